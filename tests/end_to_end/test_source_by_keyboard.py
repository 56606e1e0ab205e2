"""An answer gets its source without the hand leaving the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.pages.page import PROOF, WORKSHEET, Place
from icp_desktop.worksheet.shipped import standard_source
from tests.end_to_end.conftest import Start

MOST_KEYS = 5  # between the last letter of the answer and the first of the source
FIELDS = ("needs.why_now", "mindset.values", "people.age_range", "buying.decision")


def bakery() -> Project:
    profile = Profile(id="city", name="Regulars", market="b2c")
    return Project(
        id="bakery",
        client="Corner Bakery",
        name="n",
        worksheet=standard_source(),
        profiles=(profile,),
    )


def focus() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("field", FIELDS)
def test_a_source_is_named_at_most_five_keys_after_the_value(start: Start, field: str) -> None:
    program = start(bakery())
    program.go(
        Place(page=WORKSHEET, view="form", section=field.split(".", maxsplit=1)[0], field=field)
    )
    QTest.keyClicks(focus(), "30")
    program.settle()
    keys: list[tuple[Qt.Key, Qt.KeyboardModifier]] = [
        (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier),
    ]
    assert len(keys) <= MOST_KEYS

    for key, held in keys:
        QTest.keyClick(focus(), key, held)
        program.settle()
    QTest.keyClicks(focus(), "Yearbook of the city")
    program.settle()

    view = program.window.view
    assert view is not None
    answer = view.context.project.profiles[0].answer(field)
    assert answer.value is not None
    assert [(e.source, e.reference) for e in answer.evidence] == [
        ("outside", "Yearbook of the city")
    ]
    program.go(Place(page=PROOF, view="sources"))
    view.context.opened.undo()
    assert not view.context.project.profiles[0].answer(field).evidence[0].reference
