"""Broken and hostile worksheets are refused by one clear sentence, soon."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from icp_desktop.errors import KnownError
from icp_desktop.worksheet.toml_source import read_questionnaire, read_worksheet

ROOT = Path(__file__).parents[2]
HEAD = 'id = "own"\ntitle = "Mine"\n'
SECTION = '[[sections]]\nid = "shop"\nlabel = "Shop"\n'
FIELD = '[[sections.fields]]\nid = "shop.door"\nkind = "text"\nlabel = "Door"\n'
GOOD = HEAD + SECTION + FIELD

BROKEN = {
    "a key of the worksheet that is not known": ('color = "red"\n' + GOOD, "unknown entry “color”"),
    "a key of a section": (HEAD + SECTION + "size = 3\n" + FIELD, "“shop” has an unknown entry"),
    "a key of a field": (GOOD + 'colour = "red"\n', "“shop.door” has an unknown entry “colour”"),
    "a key of a market": (GOOD + '[sections.fields.b2b]\nkind = "date"\n', "unknown entry “kind”"),
    "an option": (GOOD + 'units = [{ id = "m", label = "m", x = 1 }]\n', "unknown entry “x”"),
    "a section twice": (GOOD + SECTION + "fields = []\n", "“shop” is used twice"),
    "a field twice": (GOOD + FIELD, "“shop.door” is used twice"),
    "a field twice in two sections": (
        GOOD + SECTION.replace('"shop"', '"yard"') + FIELD,
        "“shop.door” is used twice",
    ),
    "an option twice": (
        GOOD + 'units = [{ id = "m", label = "a" }, { id = "m", label = "b" }]\n',
        "“m” is used twice",
    ),
    "no title": ('id = "own"\n' + SECTION + FIELD, "“title” of “worksheet” is missing"),
    "no sections": (HEAD, "“sections” of “worksheet” is missing"),
    "no label": (GOOD.replace('label = "Door"\n', ""), "“label” of “shop.door” is missing"),
    "a blank label": (GOOD.replace('"Door"', '" "'), "“label” of “shop.door” is missing"),
    "a blank label for one market": (
        GOOD + '[sections.fields.b2c]\nlabel = ""\n',
        "“label” of “shop.door” is missing",
    ),
    "a label that is a figure": (GOOD.replace('"Door"', "7"), "missing or not a text"),
    "a label that is a date": (GOOD.replace('"Door"', "2026-11-21"), "missing or not a text"),
    "a why that is a list": (GOOD + 'why = ["so"]\n', "“why” of “shop.door”"),
    "a text that is too long": (GOOD + f'why = "{"x" * 2001}"\n', "“why” of “shop.door” is too"),
    "sections that are a text": (HEAD + 'sections = "none"\n', "“sections” of “worksheet”"),
    "fields that are figures": (HEAD + SECTION + "fields = [1, 2]\n", "“fields” of “shop”"),
    "a market that is no table": (GOOD + "b2b = 1\n", "“b2b” of “shop.door” is not a table"),
    "an edition that is true": ("edition = true\n" + GOOD, "edition"),
    "an edition that is a text": ('edition = "2"\n' + GOOD, "edition"),
    "an edition below one": ("edition = 0\n" + GOOD, "edition"),
    "an edition beyond measure": (f"edition = 0x{'f' * 9000}\n" + GOOD, "edition"),
    "an unknown kind": (GOOD.replace('"text"', '"essay"'), "“kind” of “shop.door” is “essay”"),
    "a kind that is a figure": (GOOD.replace('"text"', "1"), "“kind” of “shop.door”"),
    "an unknown size": (GOOD + 'size = "huge"\n', "“size” of “shop.door” is “huge”"),
    "an unknown scope": (HEAD + SECTION + 'scope = "all"\n' + FIELD, "“scope” of “shop”"),
    "an unknown market": (GOOD + 'audience = ["b2g"]\n', "“audience” of “shop.door” names"),
    "an audience that is a text": (GOOD + 'audience = "b2b"\n', "“audience” of “shop.door” names"),
    "a leading market that is not asked": (
        GOOD + 'audience = ["b2b"]\ncore = ["b2c"]\n',
        "“shop.door” leads in a market that is not asked",
    ),
    "a choice of nothing": (GOOD.replace('"text"', '"choice"'), "nothing to choose from"),
    "an id with a slash": (GOOD.replace("shop.door", "shop/door"), "“shop/door” has no usable id"),
    "an id that climbs": (GOOD.replace("shop.door", "shop..door"), "no usable id"),
    "an id that climbs out": (GOOD.replace('"own"', '"../own"'), "“worksheet” has no usable id"),
    "an id with a backslash": (GOOD.replace("shop.door", "shop\\\\door"), "no usable id"),
    "an id in capitals": (GOOD.replace("shop.door", "Shop.Door"), "no usable id"),
    "an id with a line end": (GOOD.replace("shop.door", "shop.door\\n"), "no usable id"),
    "an empty id": (GOOD.replace("shop.door", ""), "“field” has no usable id"),
    "an id that is a figure": (GOOD.replace('"shop.door"', "5"), "“field” has no usable id"),
    "headings that are figures": (GOOD + "headings = [1]\n", "“headings” of “shop.door”"),
    "text that is no TOML": ("Dear shop,\n", "from line 1, column 6"),
    "an end too early": (GOOD + 'why = "', "can’t be read"),
    "a zero byte": (GOOD + 'why = "\0"', "can’t be read"),
    "the same key twice": (GOOD + 'label = "Gate"\n', "can’t be read"),
}

HOSTILE = {
    "two megabytes": ("#" * 2_000_000, "larger than a worksheet can be"),
    "deep lists": ("a = " + "[" * 300_000, "can’t be read"),
    "deep closed lists": ("a = " + "[" * 50_000 + "]" * 50_000, "can’t be read"),
    "deep tables": ("a = " + "{a = " * 50_000, "can’t be read"),
    "a key of many parts": ("a" + ".a" * 300_000 + " = 1", "too many parts"),
    "a quoted key of many parts": ('"\\"" . ' * 100_000 + "a = 1", "too many parts"),
    "a key in single quotes": ("'a'." * 100_000 + "a = 1", "too many parts"),
    "a head of many parts": ("[a" + ".a" * 300_000 + "]", "too many parts"),
    "many keys": ("\n".join(f"k{n}.x.y = 1" for n in range(40_000)), "unknown entry “k0”"),
    "a giant key": (f'"{"k" * 900_000}" = 1', "unknown entry “kkk"),
    "a giant id": (f'[[sections]]\nid = "{"x" * 900_000}"\nno = 1\n', "unknown entry"),
    "a giant figure": ("edition = " + "9" * 900_000, "can’t be read"),
    "a giant figure as id": (
        HEAD + "[[sections]]\nid = 0x" + "f" * 900_000 + '\nlabel = "x"\n',
        "“section” has no usable id",
    ),
    "a giant figure as scope": (
        HEAD + SECTION + "scope = 0x" + "f" * 900_000,
        "“scope” of “shop” is missing",
    ),
    "many sections": (HEAD + "[[sections]]\n" * 50_000, "“section” has no usable id"),
    "too many fields": (
        HEAD
        + SECTION
        + "".join(FIELD.replace("shop.door", f"shop.door{number}") for number in range(501)),
        "it has 501 fields, and the most is 500",
    ),
    "quotes without end": ('"' * 900_000, "can’t be read"),
    "one long word": ("a" * 900_000, "can’t be read"),
}


def refusal(source: str) -> str:
    with pytest.raises(KnownError) as caught:
        read_worksheet(source)
    return str(caught.value)


def test_the_smallest_worksheet_reads() -> None:
    worksheet = read_worksheet(GOOD)

    assert (worksheet.id, worksheet.edition, worksheet.language) == ("own", 1, "en")
    field = worksheet.field("shop.door")
    assert field.wording("both").label == "Door"
    assert field.audience == ("b2b", "b2c", "both")
    assert field.core == ()
    assert worksheet.section_of("shop.door").scope == "profile"


def test_the_words_of_a_market_lie_over_the_common_ones() -> None:
    source = GOOD + 'why = "Because."\n[sections.fields.b2b]\nlabel = "Gate"\nwhy = ""\n'
    field = read_worksheet(source).field("shop.door")

    assert (field.wording("b2b").label, field.wording("b2b").why) == ("Gate", "")
    assert (field.wording("b2c").label, field.wording("b2c").why) == ("Door", "Because.")


def test_the_leading_fields_come_first() -> None:
    second = FIELD.replace("shop.door", "shop.sign") + 'core = ["b2b"]\n'
    section = read_worksheet(GOOD + second).sections[0]

    assert [field.id for field in section.asked("b2b")] == ["shop.sign", "shop.door"]
    assert [field.id for field in section.asked("b2c")] == ["shop.door", "shop.sign"]


def test_dots_in_texts_are_no_deep_key() -> None:
    source = GOOD + f'why = "{"and so on. " * 100}"\n# {"A. B. C. D. " * 20}\n'
    assert read_worksheet(source).field("shop.door").wording("b2b").why.count("and so on") == 100


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_worksheet_is_refused(name: str) -> None:
    source, place = BROKEN[name]
    sentence = refusal(source)

    assert sentence.startswith("This worksheet can’t be used: ")
    assert sentence.endswith(".")
    assert place in sentence


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_worksheet_is_refused_soon_and_shortly(name: str) -> None:
    source, place = HOSTILE[name]
    start = time.perf_counter()
    sentence = refusal(source)

    assert time.perf_counter() - start < 5  # without the limits: minutes, or all the memory
    assert place in sentence
    assert len(sentence) < 250
    assert "\n" not in sentence


def test_a_broken_questionnaire_is_refused_as_questions() -> None:
    question = '[[questions]]\nid = "one"\ntext = "Who?"\n'
    for source, place in (
        (HEAD + question + question, "“one” is used twice"),
        (HEAD + question + "feeds = [1]\n", "“feeds” of “one”"),
        (HEAD + question.replace('"Who?"', '""'), "“text” of “one” is missing"),
        (HEAD + question + 'label = "x"\n', "unknown entry “label”"),
        (HEAD, "“questions” of “questionnaire” is missing"),
        ("a" + ".a" * 300_000 + " = 1", "too many parts"),
    ):
        with pytest.raises(KnownError, match="These questions can’t be used") as caught:
            read_questionnaire(source)
        assert place in str(caught.value)


def test_reading_a_worksheet_needs_no_window_and_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from icp_desktop.worksheet.samples import make_sample, sample_ids\n"
        "[make_sample(each) for each in sample_ids()]\n"
        "heavy = {'PySide6', 'weasyprint', 'openpyxl', 'jinja2', 'cattrs'} & set(sys.modules)\n"
        "print(*heavy, end='')\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == ""
