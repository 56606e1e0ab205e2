"""What won and lost leads teach: what tells nothing is named, what would is proposed."""

from dataclasses import replace

from leads_made import project_of, scored
from tables_made import make_table

from icp_desktop.insight.customers import leads_of
from icp_desktop.insight.lessons import lessons, say_lessons
from icp_desktop.insight.scoring import score
from icp_desktop.insight.won_lost import lead_table, states_of
from icp_desktop.model.project import Project
from icp_desktop.model.table import Column
from icp_desktop.worksheet.shipped import worksheet_of


def went(leads: int) -> Project:
    """Half won; the trade is spread evenly, the tool “Ledger” is with those who were won."""
    cells: dict[str, list[object]] = {
        "Lead": [f"Lead {n}" for n in range(leads)],
        "Trade": [["Bakery"], ["Law"]] * (leads // 2),
        "Tool": ["Ledger" if n < leads / 2 else "Paper" for n in range(leads)],
        "Outcome": ["won" if n < leads / 2 else "lost" for n in range(leads)],
    }
    columns = (
        Column(heading="Lead", meaning="name"),
        Column(heading="Trade", meaning="company.industry", type="terms"),
        Column(heading="Tool"),
        Column(heading="Outcome", meaning="stage"),
    )
    project = project_of([], {"company.industry": "should"}, [])
    return replace(project, tables=(make_table(cells, columns, role="leads"),))


def test_what_tells_nothing_is_named_and_what_does_is_proposed() -> None:
    project = went(400)
    leads, table = leads_of(project), lead_table(project)
    assert leads is not None
    assert table is not None
    held = score(project, project.profiles[0], worksheet_of(project), leads)
    found = lessons(held, states_of(table))
    assert [each.criterion.field.id for each in found.idle] == ["company.industry"]
    assert [each.trait.feature.key for each in found.proposed] == ["Tool"]
    words = say_lessons(found)
    assert words.startswith("Does not tell won from lost: Industry. Tells them apart")
    assert "Ledger" in words


def test_of_few_leads_nothing_is_learnt() -> None:
    project = went(8)
    table = lead_table(project)
    assert table is not None
    assert say_lessons(lessons(scored(project), states_of(table))) == ""
