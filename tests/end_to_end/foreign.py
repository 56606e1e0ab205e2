"""A project in which nothing is English: its texts do without the plain vowels.

In the pseudo-language every marked text is accented, and here all that people and worksheets say
is, too. So each plain vowel that is still seen belongs to a text that nobody can translate.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

import tomlkit
from babel import Locale

from icp_desktop.model.interview import Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.project import Profile, Project
from icp_desktop.worksheet.samples import make_sample, sample_ids, sample_title
from icp_desktop.worksheet.shipped import question_bank, standard_source
from icp_desktop.worksheet.toml_source import read_worksheet
from tests.benchmarks.invented_answers import make_answer

WORDS = "Ørß thø blb"
_FOREIGN = str.maketrans("AEIOUYaeiouy", "ÆĖĮØŲŶæėįøųŷ")
_WORDED = frozenset((
    "title", "label", "lead", "done", "why", "question", "good", "weak", "placeholder", "first",
    "second", "hint", "text", "follow_ups",
    "tab", "group", "head", "say", "find", "find_reason", "ask", "b2b", "look", "must",
    "must_several", "should", "nice", "rules_out", "warns", "wrong_expectations", "heavy_support",
    "left_early", "bad_reviews", "hard_to_work_with",  # of the rules of the playbook
))  # fmt: skip
_PLAIN = re.compile(r"[^\W\d_]*[AEIOUYaeiouy][^\W\d_]*")
_LETTERS = ("A", "I")  # of grades
_NAMES = (
    "A4",
    "ICP Desktop",
    "ICP",
    "WeasyPrint",
    "Python",
    "Linux",
    "Markdown",
    "Word",
    "Zip",
    "Ctrl",
    "Shift",
    "Alt",
    "Del",
    "Esc",
    "Return",
)


def make_foreign_project() -> Project:
    """Return a project with an answer to everything, two profiles and a talk."""
    source = foreign_source(standard_source())
    worksheet = read_worksheet(source)
    about = next(section for section in worksheet.sections if section.scope == "business")
    fields = [f for s in worksheet.sections if s.scope == "profile" for f in s.fields]
    answers = tuple(make_answer(field, WORDS, number) for number, field in enumerate(fields))
    quote = Quote(id="q1", question="blb", start=0, text=WORDS, themes=("t1",))
    talk = Interview(
        id="i1",
        person=WORDS,
        answers=(InterviewAnswer(question="blb", text=WORDS, asked=WORDS),),
        quotes=(quote,),
    )
    return Project(
        id="frgn",
        client=WORDS,
        name="Prflz",
        worksheet=source,
        currency="GBP",
        about=tuple(make_answer(field, WORDS, n) for n, field in enumerate(about.fields)),
        profiles=(
            Profile(id="p1", name="Knd Ø", market="both", answers=answers),
            Profile(id="p2", name="Knd Œ", market="b2c"),
        ),
        interviews=(talk,),
        themes=(Theme(id="t1", name=WORDS),),
    )


@cache
def foreign_source(source: str) -> str:
    """Return a worksheet or questionnaire with all its words in foreign letters."""
    return tomlkit.dumps(_translated(tomllib.loads(source)))


def plain_words(texts: Iterable[str]) -> dict[str, str]:
    """Return the words with a plain vowel, each with the first text it was found in.

    What is the same in every language is left out: names, letters of grades, ids of fields; and
    what the pseudo-language has no names of its own for, such as months.
    """
    found: dict[str, str] = {}
    ids = {each.id for each in read_worksheet(standard_source()).fields()}
    for text in texts:
        if text not in ids and _PLAIN.search(text) and not _is_content(text):
            for word in _PLAIN.findall(_known().sub("", text)):
                found.setdefault(word, text)
    return found


@cache
def _known() -> re.Pattern[str]:
    """Match what is the same in every language, the longest first."""
    english = Locale("en")
    months = english.months["format"]
    names = {
        *_NAMES,
        *_LETTERS,
        *(make_sample(each).client for each in sample_ids()),
        *months["wide"].values(),
        *months["abbreviated"].values(),
        *english.currencies,
        *english.currencies.values(),
        *english.languages.values(),
    }
    ordered = sorted(names, key=len, reverse=True)
    keys = r"(?:(?:Ctrl|Shift|Alt)\+)+[^\s,)⟧]+"
    return re.compile(rf"{keys}|\b(?:{'|'.join(map(re.escape, ordered))})\b")


def _is_content(text: str) -> bool:
    """Say whether a text, or a line of it, comes from a file that each language has of its own."""
    text = text.rstrip("…").casefold()
    return text in _content() or (len(text) > 12 and any(text in each for each in _content()))


@cache
def _content() -> frozenset[str]:
    texts = {sample_title(each) for each in sample_ids()}
    for asked in question_bank():
        texts |= {asked.title, asked.lead}
        for question in asked.questions:
            texts |= {question.text, question.hint, *question.follow_ups}
            texts |= {each.label for each in (*question.choices, *question.units)}
    return frozenset(text.casefold() for text in texts)


def _translated(node: Any, key: str = "") -> Any:
    if isinstance(node, dict):
        return {name: _translated(each, name) for name, each in node.items()}
    if isinstance(node, list):
        return [_translated(each, key) for each in node]
    if not isinstance(node, str) or key not in _WORDED:
        return node
    parts = re.split(r"(\{[^}]*\})", node)  # places to be filled keep their names
    return "".join(each if each.startswith("{") else each.translate(_FOREIGN) for each in parts)
