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

from icp_desktop.model.project import Interview, InterviewAnswer, Profile, Project
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.toml_source import read_worksheet
from tests.benchmarks.invented_answers import make_answer

WORDS = "Ørß thø blb"
_FOREIGN = str.maketrans("AEIOUYaeiouy", "ÆĖĮØŲŶæėįøųŷ")
_WORDED = frozenset((
    "title", "label", "lead", "done", "why", "question", "good", "weak", "placeholder", "first",
    "second", "hint", "text",
))  # fmt: skip
_PLAIN = re.compile(r"[^\W\d_]*[AEIOUYaeiouy][^\W\d_]*")
_LETTERS = ("A", "I")  # of grades
_NAMES = ("ICP Desktop", "ICP", "WeasyPrint", "Ctrl", "Shift", "Alt", "Del", "Esc", "Return")


def make_foreign_project() -> Project:
    """Return a project with an answer to everything, two profiles and a talk."""
    source = foreign_source(standard_source())
    worksheet = read_worksheet(source)
    about = next(section for section in worksheet.sections if section.scope == "business")
    fields = [f for s in worksheet.sections if s.scope == "profile" for f in s.fields]
    answers = tuple(make_answer(field, WORDS, number) for number, field in enumerate(fields))
    talk = InterviewAnswer(question=WORDS, text=WORDS)
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
        interviews=(Interview(id="i1", person=WORDS, answers=(talk,)),),
    )


@cache
def foreign_source(source: str) -> str:
    """Return a worksheet or questionnaire with all its words in foreign letters."""
    return tomlkit.dumps(_translated(tomllib.loads(source)))


def plain_words(texts: Iterable[str]) -> dict[str, str]:
    """Return the words with a plain vowel, each with the first text it was found in.

    What is the same in every language is left out: names, letters of grades, ids of fields; and
    the names of months, which the pseudo-language has none of its own for.
    """
    found: dict[str, str] = {}
    ids = {each.id for each in read_worksheet(standard_source()).fields()}
    months = Locale("en").months["format"]
    known = {*_NAMES, *_LETTERS, *months["wide"].values(), *months["abbreviated"].values()}
    for text in texts:
        bare = "" if text in ids else text
        for name in sorted(known, key=len, reverse=True):
            bare = re.sub(rf"\b{re.escape(name)}\b", "", bare)
        for word in _PLAIN.findall(bare):
            found.setdefault(word, text)
    return found


def _translated(node: Any, key: str = "") -> Any:
    if isinstance(node, dict):
        return {name: _translated(each, name) for name, each in node.items()}
    if isinstance(node, list):
        return [_translated(each) if isinstance(each, dict) else each for each in node]
    return node.translate(_FOREIGN) if isinstance(node, str) and key in _WORDED else node
