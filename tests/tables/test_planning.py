"""Columns get the meaning their headings and cells tell, with a reason, each meaning once."""

import pytest
from tables.invented import checked, drafted, project, read, setting

from icp_desktop.errors import KnownError
from icp_desktop.model.project import Project
from icp_desktop.progress import Cancelled
from icp_desktop.tables.assumptions import assumptions
from icp_desktop.tables.checking import check
from icp_desktop.tables.opening import Source
from icp_desktop.tables.planning import draft, relaid, setting_of
from icp_desktop.tables.shortlist import make_shortlist


def _meanings(text: str, role: str = "customers") -> dict[str, str]:
    columns = drafted(text, role).plan.columns  # type: ignore[arg-type]
    return {each.heading: each.meaning for each in columns}


def test_revenue_is_the_firm_s_own_only_where_nothing_tells_of_orders() -> None:
    assert _meanings("name,industry,revenue\nA,Dental,5\n")["revenue"] == "company.revenue"
    assert _meanings("name,industry,revenue,orders\nA,Dental,5,2\n")["revenue"] == "revenue"


def test_a_meaning_is_given_once_and_to_cells_that_fit() -> None:
    found = _meanings("name,spend,sales\nA,5,6\nB,7,8\n")
    assert sorted(found.values()) == ["", "name", "revenue"]
    assert _meanings("name,orders\nA,many\nB,few\n")["orders"] == ""


def test_without_headings_the_cells_tell() -> None:
    found = drafted("Alder,12\nBrook,7\nCedar,12\n")
    assert found.plan.layout.heading_row == 0
    assert [each.meaning for each in found.plan.columns] == ["name", ""]
    assert found.plan.columns[0].reason == "Its cells are different in nearly every row."


def test_a_stage_is_known_by_its_words() -> None:
    text = "customer,how it went,sum\nA,Won,$5\nB,Lost,$6\n"
    found = _meanings(text, "deals")
    assert found == {"customer": "customer", "how it went": "stage", "sum": "value"}


def test_every_reason_is_a_sentence() -> None:
    for column in drafted("name,Anzahl,city,churned\nA,5,Leeds,0\n").plan.columns:
        assert not column.meaning or column.reason.endswith((".", "”."))


def test_what_is_in_doubt_is_said_first() -> None:
    plan = drafted("name,joined,size\nA,01/02/2024,1.200\nB,03/04/2024,2.500\n").plan
    said = assumptions(plan)
    doubtful = [each for each in said if not each.sure]
    assert [each.column for each in doubtful] == ["joined", "size"]
    assert said[: len(doubtful)] == tuple(doubtful)


def test_sixteen_thousand_columns_are_not_all_taken() -> None:
    heads = ",".join(["name", *(f"trait {n}" for n in range(16_000)), "industry"])
    plan = drafted(f"{heads}\nA{',1' * 16_000},Dental\n").plan
    kept = [each for each in plan.columns if each.kept]
    assert len(kept) == 500
    assert {"name", "company.industry"} <= {each.meaning for each in kept}
    assert any("columns are left out" in each.text for each in assumptions(plan))


def test_more_columns_than_that_are_refused() -> None:
    with pytest.raises(KnownError, match="the most is 20000"):
        drafted(",".join(["x"] * 30_000) + "\n" + ",".join(["1"] * 30_000))


def test_the_same_number_twice_is_said_and_both_stay() -> None:
    found = checked("id,name\n1,Alder\n1,Brook\n2,Cedar\n")
    assert [(each.row, each.kind) for each in found.problems] == [(3, "same_id")]
    assert found.taken == 3


def test_a_job_can_be_cancelled_at_every_step() -> None:
    text = "name,orders,joined\n" + "".join(f"A{n},{n},2024-01-01\n" for n in range(50))
    steps = _Counting(None)
    found = draft(Source("list.csv", text.encode()), "customers", setting(), steps)
    check(found.plan, found.grid, steps)
    for stop in range(steps.count):
        counting = _Counting(stop)
        with pytest.raises(Cancelled):  # noqa: PT012 - either of the two may be the one that stops
            found = draft(Source("list.csv", text.encode()), "customers", setting(), counting)
            check(found.plan, found.grid, counting)


def test_a_shortlist_is_names_or_rows_with_more_columns() -> None:
    found = read(make_shortlist("Alder\nBrook", "Cedar").data)
    assert found.to_dict(as_series=False) == {
        "Name": ["Alder", "Brook", "Cedar"],
        "Best or worst": ["best", "best", "worst"],
    }
    wide = read(make_shortlist("Name\tCity\nAlder\tLeeds", "Name\tCity\nCedar\tHull").data)
    assert wide.columns == ["Name", "City", "Best or worst"]
    assert wide.rows() == [("Alder", "Leeds", "best"), ("Cedar", "Hull", "worst")]
    with pytest.raises(KnownError, match="at least one customer"):
        make_shortlist(" \n", "")


def test_a_list_read_in_again_is_matched_as_before() -> None:
    from dataclasses import replace

    from tables.invented import DAY

    from icp_desktop.tables.importing import make_table

    first = drafted("name,x\nA,5\nB,6\n")
    column = replace(first.plan.columns[1], meaning="lifetime_value")
    done = check(first.plan.with_column(1, column), first.grid)
    table = make_table(done, "customers", DAY)
    known: Project = replace(project(), tables=(table,))
    again = draft(Source("list.csv", b"x,name\n7,C\n"), "customers", setting_of(known))
    assert [each.meaning for each in again.plan.columns] == ["lifetime_value", "name"]
    assert again.plan.columns[0].reason == "As when this list was read in before."


class _Counting:
    def __init__(self, stop: int | None) -> None:
        self.count = 0
        self._stop = stop

    def step(self, done: int, total: int, what: str = "") -> None:
        if self.count == self._stop:
            raise Cancelled
        self.count += 1


def test_a_code_page_that_leaves_nothing_is_no_fault() -> None:
    found = relaid(drafted("L"), setting(), encoding="utf-16")
    assert check(found.plan, found.grid).taken == 0
