"""Texts that Qt would like to read as more than letters, and whether the screen shows them so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from icp_desktop.model.interview import Interview, InterviewAnswer, Permission, Quote, Theme
from icp_desktop.model.project import Profile, Project, Retirement
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.toml_source import read_worksheet
from tests.benchmarks.invented_answers import make_answer
from tests.end_to_end.screen import Told, painted_pictures, painted_texts, told_texts
from tests.end_to_end.walk import name_of

PICTURE = (37, 23)  # a size that nothing else on the screen has
_SIGN = re.compile(r"ZQ\d\d")


@dataclass(frozen=True)
class Planted:
    """A text with a sign in it that shows where it got to; `before` is the letter before it."""

    text: str

    @property
    def sign(self) -> str:
        found = _SIGN.search(self.text)
        assert found is not None
        return found[0]

    @property
    def before(self) -> str:
        return self.text[self.text.index(self.sign) - 1]


def plant(folder: Path) -> tuple[Planted, ...]:
    """Return the texts; a picture that some of them name lies in the folder."""
    path = folder / "planted.png"
    picture = QPixmap(*PICTURE)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(path))
    texts = (
        "<b>ZQ01</b>",
        '"<i>ZQ02</i>" said P7',
        '<a href="file:///etc/hosts">ZQ03</a>',
        "<style>*{color:red}</style>ZQ04",
        "<!DOCTYPE x>ZQ05",
        f'<img src="{path}">ZQ06',
        f'<img src="{path.as_uri()}">ZQ07',
        "<img src=http://127.0.0.1:9/x.png>ZQ08",
        "Revenue<5&>3:ZQ09",
        "Bob<b@x.com>ZQ10",
        "List<String>ZQ11",
        "R&DZQ12",
        "R&amp;DZQ13",
        "a&lt;bZQ14",
        "<table><tr><td>ZQ15</td></tr></table>",
    )
    return tuple(Planted(text) for text in texts)


def find_interpreted(root: QWidget, planted: tuple[Planted, ...]) -> list[str]:
    """Return what a window shows as anything but the letters that were typed."""
    return [
        *_painted_otherwise(root, planted),
        *_told_otherwise(root, planted),
        *_labels_that_guess(root),
        *(["a planted picture is shown"] if PICTURE in painted_pictures(root) else []),
    ]


def signs_seen(root: QWidget) -> set[str]:
    """Return the signs of the planted texts that are painted in a window."""
    return {sign for text in painted_texts(root) for sign in _SIGN.findall(text)}


def _painted_otherwise(root: QWidget, planted: tuple[Planted, ...]) -> Iterator[str]:
    line_before = ""
    for text in painted_texts(root):
        for each in planted:
            at = text.find(each.sign)
            if at < 0:
                continue
            before = f"{line_before}{text[:at]}".rstrip("\u200b")  # a line may end before a sign
            if not before.endswith(each.before):
                yield f"painted: “{text}” instead of “{each.text}”"
        line_before = text


def _told_otherwise(root: QWidget, planted: tuple[Planted, ...]) -> Iterator[str]:
    for told in told_texts(root):
        shown = _shown(told)
        for each in planted:
            if each.sign in told.text and not _says(shown, each):
                yield f"told: “{shown}” instead of “{each.text}” by {name_of(told.widget)}"


def _says(shown: str, planted: Planted) -> bool:
    """Say whether a text has the planted one in it, cut at the end or not."""
    start = planted.text[: planted.text.index(planted.sign)] + planted.sign
    at_head = start[:1].upper() + start[1:]  # as a sentence of the playbook begins
    whole = shown.replace("\u200b", "")
    return start in whole or at_head in whole


def _shown(told: Told) -> str:
    """Return what Qt makes of a text: tips may be rich text, menus know mnemonics."""
    if told.kind == "tip" and QtGui.Qt.mightBeRichText(told.text):
        return QTextDocumentFragment.fromHtml(told.text).toPlainText()
    return re.sub("&(.)", r"\1", told.text) if told.kind == "menu" else told.text


def _labels_that_guess(root: QWidget) -> Iterator[str]:
    for label in root.findChildren(QLabel):
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            yield f"guesses at rich text: {name_of(label)}"
    for button in root.findChildren(QAbstractButton):
        if _SIGN.search(button.text()) and re.search(r"(?<!&)&(?!&)", button.text()):
            yield f"takes & for a shortcut: {name_of(button)}"


def make_planted_project(planted: tuple[Planted, ...]) -> Project:
    """Return a project in which every text a person can type is one of the planted ones."""
    texts = cycle(each.text for each in planted)
    source = standard_source()
    worksheet = read_worksheet(source)
    about = next(section for section in worksheet.sections if section.scope == "business")
    fields = [f for s in worksheet.sections if s.scope == "profile" for f in s.fields]
    profiles = tuple(
        Profile(
            id=f"p{number}",
            name=next(texts),
            market="both",
            kind="negative" if number == 2 else "ideal",
            retired=Retirement(reason=next(texts), day=date(2026, 5, 4)) if number == 1 else None,
            summary=next(texts) if number else "",
            answers=tuple(make_answer(field, next(texts), n) for n, field in enumerate(fields)),
        )
        for number in range(3)
    )
    said = next(texts)
    talk = Interview(
        id="i1",
        person=next(texts),
        role=next(texts),
        company=next(texts),
        answers=(
            InterviewAnswer(question="q", asked=next(texts), text=said, picked=(next(texts),)),
        ),
        segment=next(texts),
        notes=next(texts),
        permission=Permission(how=next(texts)),
        quotes=(Quote(id="quote", question="q", start=0, text=said, themes=("theme",)),),
    )
    themes = (Theme(id="theme", name=next(texts), note=next(texts)),)
    return Project(
        id="planted",
        client=planted[0].text,
        name=next(texts),
        worksheet=source,
        currency="GBP",
        about=tuple(make_answer(field, next(texts), n) for n, field in enumerate(about.fields)),
        profiles=profiles,
        interviews=(talk,),
        themes=themes,
    )
