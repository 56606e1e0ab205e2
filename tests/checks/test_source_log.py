"""Every source once, with the answers that rest on it."""

from datetime import date

from icp_desktop.checks.source_log import LoggedSource, source_log
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.report import Report
from icp_desktop.model.source_edits import PutSource
from icp_desktop.model.values import Term, Terms, Text
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source, worksheet_of


def proof(piece_id: str, reference: str = "", **more: object) -> Evidence:
    return Evidence(id=piece_id, source="outside", reference=reference, **more)  # type: ignore[arg-type]


def project(*answers: Answer, about: tuple[Answer, ...] = ()) -> Project:
    own = Profile(id="p", name="Good", market="b2c", answers=answers)
    return Project(
        id="x", client="c", name="n", worksheet=standard_source(), about=about, profiles=(own,)
    )


def log(one: Project) -> tuple[LoggedSource, ...]:
    return source_log(one, worksheet_of(one))


def test_one_source_gathers_its_answers_under_one_name() -> None:
    items = (Term(id="a", text="Running", evidence=(proof("e2", "yearbook", page="3"),)),)
    one = project(
        Answer(
            field="people.age_range",
            value=Text(text="x"),
            evidence=(proof("e1", "Yearbook", page="14", day=date(2026, 3, 1)),),
        ),
        Answer(field="mindset.interests", value=Terms(items=items)),
        about=(
            Answer(
                field="about.offers",
                evidence=(proof("e4", "Yearbook", link="y.pdf", against=True),),
            ),
        ),
    )

    (each,) = log(one)

    assert (each.name, each.link, each.day) == ("Yearbook", "y.pdf", date(2026, 3, 1))
    assert [(use.label, use.item, use.page) for use in each.uses] == [
        (one_label(one), "", ""),
        ("Age range", "", "14"),
        ("Interests", "Running", "3"),
    ]
    assert [use.against for use in each.uses] == [True, False, False]
    assert each.answers == 3


def one_label(one: Project) -> str:
    return worksheet_of(one).field("about.offers").wording("b2c").label


def test_a_noted_source_is_there_before_anything_rests_on_it() -> None:
    noted = Report(id="r", name="Trade survey", note="Due in June")
    one = PutSource(key="", source=noted).apply(
        project(Answer(field="people.gender", evidence=(proof("e1"),)))
    )

    first, nameless = log(one)

    assert (first.name, first.note, first.uses) == ("Trade survey", "Due in June", ())
    assert (nameless.name, nameless.answers) == ("", 1)


def test_it_is_found_by_its_own_words_and_those_of_its_answers() -> None:
    (each,) = log(
        project(Answer(field="people.gender", evidence=(proof("e1", "City report", note="Pools"),)))
    )

    assert all(each.speaks_of(words) for words in ("city  REPORT", "pool", "gender", "good"))
    assert not each.speaks_of("harbour")


def test_a_field_that_is_asked_no_longer_goes_by_its_id() -> None:
    (each,) = log(project(Answer(field="gone.field", evidence=(proof("e1", "R"),))))
    assert each.uses[0].label == "gone.field"


def test_samples_name_their_sources() -> None:
    for sample in sample_ids():
        logged = log(make_sample(sample))
        assert all(each.name and each.day and each.uses for each in logged)
