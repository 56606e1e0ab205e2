import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from icp_desktop.model.edits import AddProfile
from icp_desktop.model.project import Profile, Project, find_answer
from icp_desktop.model.values import NumberRange, Terms, Text
from icp_desktop.storage.loose_file import create_file, open_file
from icp_desktop.worksheet.samples import make_sample, sample_ids

Run = Callable[..., Any]


def value_of(file: str | Path, field: str) -> object:
    project = open_file(Path(file)).project
    return find_answer((*project.about, *project.profiles[0].answers), field).value


def test_what_there_is_is_listed(run: Run) -> None:
    assert {line.split()[0] for line in run("samples").out.splitlines()} == set(sample_ids())
    documents = [line.split() for line in run("documents").out.splitlines()]
    assert ["workbook", "Workbook", ".xlsx"] in documents
    assert run("questionnaires").out.startswith("yourself ")
    assert {each["id"] for each in json.loads(run("samples", "--json").out)} == set(sample_ids())
    documents = json.loads(run("documents", "--json").out)
    assert {"id": "workbook", "name": "Workbook", "formats": [".xlsx"]} in documents
    questions = json.loads(run("questionnaires", "--json").out)[0]
    assert len(questions["questions"]) == 10
    assert questions["questions"][0]["feeds"]


@pytest.mark.parametrize("sample", sample_ids())
def test_a_sample_becomes_a_project_of_its_own(run: Run, sample: str) -> None:
    assert run("new", "a.icp", "--sample", sample).code == 0
    assert run("new", "b.icp", "--sample", sample).code == 0
    first, second = (open_file(Path(name)).project for name in ("a.icp", "b.icp"))
    assert replace(first, id="x") == replace(make_sample(sample), id="x")
    assert first.id != second.id


def test_an_empty_project_has_one_ideal_profile(run: Run) -> None:
    told = run("new", "a.icp", "--market", "b2c", "--name", "Halfmoon", "--currency", "eur")
    assert (told.code, told.out) == (0, "a.icp is made: Halfmoon\n")
    project = open_file(Path("a.icp")).project
    assert (project.client, project.currency, project.about) == ("Halfmoon", "EUR", ())
    ((market, kind, answers),) = ((p.market, p.kind, p.answers) for p in project.profiles)
    assert (market, kind, answers) == ("b2c", "ideal", ())
    run("new", "b.icp")
    assert open_file(Path("b.icp")).project.profiles[0].market == "both"


def test_a_sample_may_be_renamed_and_asked_of_another_market(run: Run) -> None:
    run("new", "a.icp", "--sample", "fitness-studio", "--name", "Mine", "--market", "b2b")
    project = open_file(Path("a.icp")).project
    assert (project.client, project.profiles[0].market) == ("Mine", "b2b")
    assert project.profiles[0].answers == make_sample("fitness-studio").profiles[0].answers


def test_a_file_that_is_there_is_never_overwritten(run: Run, studio: str, tmp_path: Path) -> None:
    before = (tmp_path / studio).read_bytes()
    assert run("new", studio).sentence == "“a.icp” is there already. Choose another name."
    assert (tmp_path / studio).read_bytes() == before


def test_an_unknown_sample_names_those_there_are(run: Run, tmp_path: Path) -> None:
    sentence = run("new", "a.icp", "--sample", "fitnes-studio").sentence
    assert "“fitnes-studio”" in sentence
    assert all(sample in sentence for sample in sample_ids())
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_market_names_those_there_are(run: Run) -> None:
    assert run("new", "a.icp", "--market", "b2x").sentence == (
        "“b2x” is not a market. The markets are b2b, b2c, both."
    )


def test_an_unknown_currency_is_refused(run: Run) -> None:
    assert run("new", "a.icp", "--currency", "pounds").sentence.startswith("“POUNDS” is not")


def test_a_project_file_has_its_own_ending(run: Run, tmp_path: Path) -> None:
    assert run("new", "a.pdf").sentence == "A project file ends in .icp: “a.icp”."
    assert run("new", "").sentence
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(run: Run) -> None:
    assert "“" in (sentence := run("new", "nowhere/a.icp").sentence)
    assert "nowhere" in sentence


@pytest.mark.parametrize(
    "name",
    [
        "A/B: what?",
        "x" * 300,
        "مكتبة الحي",
        "Café 👩‍👩‍👧",
        "=1+1",
        "../../etc",
        "<b>R&D</b> {x} %s",
    ],
)
def test_a_business_may_be_called_anything(run: Run, name: str) -> None:
    assert run("new", "a.icp", "--name", name).code == 0
    assert open_file(Path("a.icp")).project.client == name
    assert name in run("show", "a.icp").out
    assert json.loads(run("show", "a.icp", "--json").out)["client"] == name


def test_control_signs_in_a_name_do_not_reach_the_terminal(run: Run) -> None:
    assert run("new", "a.icp", "--name", "Half\x1b[2Jmoon\nand\x07 Sons").code == 0
    assert open_file(Path("a.icp")).project.client == "Half[2Jmoon and Sons"
    assert "\x1b" not in run("show", "a.icp").out


def test_a_name_of_a_million_letters_is_refused(run: Run) -> None:
    assert run("new", "a.icp", "--name", "x" * 1_000_000).sentence == (
        "This name has 1000000 characters, and a name can have 1000. Shorten it."
    )


def test_a_file_name_too_long_for_the_disk_is_refused(run: Run) -> None:
    assert run("new", f"{'x' * 300}.icp").sentence


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("people.age_range", "20-29", "20–29 years"),
        ("people.age_range", "from 20", "from 20 years"),
        ("buying.order_value", "50 - 75.50 EUR a month", "€50–€75.50 a month"),
        ("people.occupation", "Nurses; Teachers", "Nurses, Teachers"),
        ("needs.pains", "No time = Short classes; Bored", "No time – Short classes"),
        ("people.gender", "mostly WOMEN", "Mostly women"),
        ("about.difference", "Open at six", "Open at six"),
        ("Age range", "20-29", "20–29 years"),
        ("needs.result", "=1+1", "=1+1"),
        ("needs.result", "مرحبا 👩‍👩‍👧", "مرحبا 👩‍👩‍👧"),
        ("needs.result", "a\x00b\x1bc\ud800d", "abcd"),
        ("needs.result", "one\r\ntwo", "one\ntwo"),
    ],
)
def test_an_answer_is_understood_kept_and_told(
    run: Run, studio: str, field: str, typed: str, said: str
) -> None:
    told = run("answer", studio, field, typed)
    assert (told.code, told.err) == (0, "")
    assert said in told.out
    words = json.loads(run("show", studio, "--json").out)
    answers = (*words["about"], *words["profiles"][0]["answers"])
    assert said in next(a["answer"] for a in answers if field in (a["field"], a["label"]))


def test_the_rest_of_the_project_stays_as_it_was(run: Run, studio: str) -> None:
    before = open_file(Path(studio)).project
    run("answer", studio, "people.location", "Elsewhere")
    after = open_file(Path(studio)).project
    assert after.about == before.about
    assert after.profiles[1:] == before.profiles[1:]
    old, new = ({a.field: a for a in p.profiles[0].answers} for p in (before, after))
    assert new.pop("people.location").evidence == old.pop("people.location").evidence
    assert new == old


def test_entries_that_stay_in_a_list_keep_their_proof(run: Run, studio: str) -> None:
    old = {item.text: item for item in value_of(studio, "about.alternatives").items}
    run("answer", studio, "about.alternatives", "Running alone; Something new")
    kept, added = value_of(studio, "about.alternatives").items
    assert kept == old["Running alone"]
    assert kept.evidence
    assert (added.text, added.evidence) == ("Something new", ())


def test_pairs_that_stay_keep_their_proof_with_another_second_half(run: Run, studio: str) -> None:
    first = value_of(studio, "needs.pains").items[0]
    run("answer", studio, "needs.pains", f"{first.first} = Another relief")
    (kept,) = value_of(studio, "needs.pains").items
    assert kept == replace(first, second="Another relief")


def test_an_empty_value_clears_the_answer(run: Run, studio: str) -> None:
    assert "cleared" in run("answer", studio, "people.location", "").out
    assert value_of(studio, "people.location") is None


def test_the_same_answer_again_changes_nothing(run: Run, studio: str, tmp_path: Path) -> None:
    run("answer", studio, "people.age_range", "20-29")
    before = (tmp_path / studio).read_bytes()
    assert run("answer", studio, "people.age_range", "20-29").out == "Nothing has changed.\n"
    assert (tmp_path / studio).read_bytes() == before


def test_a_field_of_the_other_market_is_kept_and_said_so(run: Run, studio: str) -> None:
    told = run("answer", studio, "company.industry", "Baking")
    assert "It is kept, but not shown: this profile is about Consumers" in told.out
    assert isinstance(value_of(studio, "company.industry"), Terms)


def test_a_value_that_starts_with_a_dash_goes_behind_two(run: Run, studio: str) -> None:
    assert run("answer", studio, "needs.result", "--", "--5").code == 0
    assert value_of(studio, "needs.result") == Text(text="--5")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("people.age_range", "50-30", "The first figure is higher than the second. Swap them."),
        (
            "buying.order_value",
            "£90 - £80",
            "The first figure is higher than the second. Swap them.",
        ),
        ("people.age_range", "young", "“young” is not a figure that can be read."),
        ("people.age_range", "1e400", "is not a figure that can be read."),
        ("people.age_range", "nan", "“nan” is not a figure that can be read."),
        ("people.gender", "purple", "“purple” is not one of the choices: "),
        ("needs.deadline", "31.2.2027", "“31.2.2027” is not a date. Write it like 2026-11-21."),
        ("buying.repeat", "perhaps", "“perhaps” is neither yes nor no."),
        ("people.occupation", ";".join("abc" for _ in range(201)), "This list has 201 entries"),
        ("needs.result", "x" * 10_000_000, "This text has 10000000 characters"),
    ],
)
def test_an_answer_that_is_not_understood_changes_nothing(
    run: Run, studio: str, tmp_path: Path, field: str, typed: str, sentence: str
) -> None:
    before = (tmp_path / studio).read_bytes()
    found = run("answer", studio, field, typed).sentence
    assert sentence in found
    assert len(found) < 400
    assert (tmp_path / studio).read_bytes() == before


def test_an_unknown_field_names_the_nearest_and_all(run: Run, studio: str) -> None:
    sentence = run("answer", studio, "people.agerange", "1").sentence
    assert sentence.startswith(
        "There is no field “people.agerange”. Did you mean “people.age_range”? The fields are "
    )
    assert "needs.deadline" in sentence
    begun = run("answer", studio, "people.age", "1").sentence
    assert "Did you mean “people.age_range”?" in begun


def test_a_field_of_endless_length_is_told_shortly(run: Run, studio: str) -> None:
    assert len(run("answer", studio, "x" * 1_000_000, "1").sentence) < 2_500


def test_an_unknown_profile_names_those_there_are(run: Run, studio: str) -> None:
    words = ("answer", studio, "people.location", "Here", "--profile", "City profesionals")
    sentence = run(*words).sentence
    assert "Did you mean “City professionals”?" in sentence
    assert "“Not a fit”" in sentence


def test_a_profile_is_found_by_name_or_id(run: Run, studio: str) -> None:
    negative = open_file(Path(studio)).project.profiles[1]
    for number, word in enumerate((negative.id, "not a FIT")):
        run("answer", studio, "people.age_range", str(number), "--profile", word)
        found = open_file(Path(studio)).project.profiles[1].answer("people.age_range").value
        assert isinstance(found, NumberRange)
        assert found.low == number


def several(path: Path) -> Project:
    sample = make_sample("fitness-studio")
    second = Profile(id="second", name="Second", market="b2c")
    project = AddProfile(profile=second).apply(sample)
    create_file(path, project)
    return project


def test_with_several_profiles_one_has_to_be_named(run: Run, tmp_path: Path) -> None:
    several(tmp_path / "a.icp")
    sentence = run("answer", "a.icp", "people.location", "Here").sentence
    assert sentence.startswith("Say which profile with --profile. The profiles are “City")
    assert run("answer", "a.icp", "about.difference", "Early").code == 0
    assert run("answer", "a.icp", "people.location", "Here", "--profile", "second").code == 0


def test_without_a_profile_nothing_of_one_can_be_answered(run: Run, tmp_path: Path) -> None:
    create_file(tmp_path / "a.icp", replace(make_sample("fitness-studio"), profiles=()))
    assert run("answer", "a.icp", "people.location", "x").sentence == (
        "This project has no profile yet."
    )
    assert run("show", "a.icp").code == 0
    assert run("check", "a.icp").code == 1


def test_a_file_changed_by_another_program_is_not_overwritten(
    run: Run, studio: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from icp_desktop.cli import projects

    real = projects.read_value

    def read_while_another_writes(*words: Any) -> Any:
        (tmp_path / studio).write_bytes(b"theirs")
        return real(*words)

    monkeypatch.setattr(projects, "read_value", read_while_another_writes)
    sentence = run("answer", studio, "people.location", "Here").sentence
    assert "changed by another program" in sentence
    assert (tmp_path / studio).read_bytes() == b"theirs"


def test_a_project_that_may_only_be_read_is_not_written(
    run: Run, studio: str, tmp_path: Path
) -> None:
    (tmp_path / studio).chmod(0o444)
    before = (tmp_path / studio).read_bytes()
    sentence = run("answer", studio, "people.location", "Here").sentence
    assert "can only be read there" in sentence
    assert (tmp_path / studio).read_bytes() == before


def test_a_project_is_shown_with_every_answer(run: Run, studio: str) -> None:
    told = run("show", studio)
    assert told.code == 0
    assert "[D] Age range: 30–50 years (Should have, 31 of 42 best, disputed)" in told.out
    assert "Not a fit" in told.out
    assert "A voucher from a discount site (Rules out: Left early, 15 of 24 worst)" in told.out
    words = json.loads(run("show", studio, "--json").out)
    assert set(words) == {"id", "client", "name", "language", "currency", "about", "profiles"}
    assert set(words["profiles"][0]["answers"][0]) == {
        "section",
        "field",
        "label",
        "answer",
        "weight",
        "grade",
        "letter",
        "words",
        "disputed",
        "against",
        "next_test",
        "reason",
    }
    for each in (*words["about"], *words["profiles"][0]["answers"]):
        for line in each["answer"].splitlines():
            assert line.rstrip() in told.out


def test_check_says_what_is_open_and_one(run: Run, studio: str) -> None:
    told = run("check", studio)
    assert told.code == 1
    assert "open: Result achieved (needs.result)" in told.out
    assert told.out.endswith("2 fields are still open.\n")
    found = json.loads(run("check", studio, "--json").out)
    assert found["open"] == 2
    (profile,) = found["profiles"]
    needs = next(each for each in profile["sections"] if each["id"] == "needs")
    assert (needs["core"], needs["answered"]) == (5, 4)
    assert needs["open"] == [{"field": "needs.result", "label": "Result achieved"}]


def test_check_says_zero_once_everything_leading_is_answered(run: Run, studio: str) -> None:
    run("answer", studio, "needs.result", "Two sessions a week for a year")
    run("answer", studio, "mindset.places", "The park")
    told = run("check", studio)
    assert told.code == 0
    assert told.out.endswith("Every leading field is answered.\n")
    assert json.loads(run("check", studio, "--json").out)["open"] == 0


def test_check_takes_the_profile_that_is_named(run: Run, studio: str) -> None:
    told = run("check", studio, "--profile", "Not a fit")
    assert told.code == 1
    assert told.out.startswith("Not a fit\n")


def test_check_is_told_not_to_ask_and_to_ask_again(run: Run, tmp_path: Path) -> None:
    assert run("new", "n.icp", "--market", "b2b").code == 0
    assert run("answer", "n.icp", "company.size", "1-9000 people").code == 0
    (raised,) = json.loads(run("check", "n.icp", "--json").out)["objections"]
    assert raised["rule"] == "too_broad"
    told = json.loads(run("check", "n.icp", "--silence", raised["id"], "--json").out)
    assert (told["objections"], told["silenced"]) == ([], [raised])
    assert json.loads(run("check", "n.icp", "--json").out)["objections"] == []
    told = json.loads(run("check", "n.icp", "--again", raised["id"], "--json").out)
    assert (told["objections"], told["silenced"]) == ([raised], [])
    assert "Nothing is asked about under" in run("check", "n.icp", "--silence", "x").sentence
