import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines, is_cut
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import icon_button, main_button, other_button
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.tooltips import set_tool_tip, tool_tip

HOSTILE = (
    "<b>Acme</b>",
    '<img src="/etc/hostname">',
    "<!DOCTYPE html>",
    "R&D",
    "a &lt; b",
    "Bob <bob@example.com>",
    "Revenue < 5 & > 3",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_labels_buttons_and_tips_show_any_text_as_it_is(
    qtbot: QtBot, themed: Appearance, text: str
) -> None:
    label, elided, button = PlainLabel(text), ElidedLabel(text), other_button(text)
    for widget in (label, elided, button):
        qtbot.addWidget(widget)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert elided.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == elided.text() == text
    assert button.text().replace("&&", "&") == text
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == text
    tip = tool_tip(text)
    assert "<b>" not in tip
    assert "<img" not in tip


def test_an_empty_tip_takes_the_tip_away(qtbot: QtBot, themed: Appearance) -> None:
    action = QAction("x")
    set_tool_tip(action, "why")
    assert "why" in action.toolTip()
    set_tool_tip(action, "")
    assert "why" not in action.toolTip()


def test_a_long_word_never_widens_a_page(qtbot: QtBot, themed: Appearance) -> None:
    label = PlainLabel("x" * 500, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 40
    assert label.heightForWidth(200) > 5 * label.fontMetrics().height()
    assert label.text() == "x" * 500
    assert label.accessibleName() == "x" * 500


def test_a_short_text_is_not_broken_beside_a_stretch(qtbot: QtBot, themed: Appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = PlainLabel("The first figure is higher than the second.", wrap=True)
    row = QHBoxLayout(window)
    row.addWidget(label)
    row.addStretch(1)
    window.resize(600, 60)
    window.show()
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())


def test_a_cut_text_has_all_of_it_in_its_tip(qtbot: QtBot, themed: Appearance) -> None:
    label = ElidedLabel("A sentence that is far too long for its place")
    qtbot.addWidget(label)
    label.show()
    label.resize(1000, 20)
    assert label.toolTip() == ""
    label.resize(80, 20)
    assert "far too long" in label.toolTip()
    assert label.minimumSizeHint().width() <= 40


def test_lines_are_cut_where_there_is_no_room(themed: Appearance) -> None:
    font = themed.font("body")
    text = "No time, a sore back and low energy after long days at a desk in the city"
    fitted = fit_lines(text, font, 150, 2)
    assert len(fitted) == 2
    assert fitted[-1].endswith("…")
    assert is_cut(text, fitted)
    whole = fit_lines(text, font, 2000, 2)
    assert whole == [text]
    assert not is_cut(text, whole)
    assert fit_lines("", font, 100, 2) == []
    assert len(fit_lines("word " * 100_000, font, 150, 2)) == 2


def test_tone_and_style_reach_the_label(qtbot: QtBot, themed: Appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = PlainLabel("Members", style="title", tone="ink2")
    QVBoxLayout(window).addWidget(label)
    window.show()

    def ink() -> str:
        return label.palette().color(label.foregroundRole()).name()

    assert label.font().pointSizeF() == pytest.approx(16.5)
    assert ink() == themed.color("ink2").name()
    tones: tuple[Role, ...] = ("danger", "ink3")
    for tone in tones:
        label.set_tone(tone)
        assert ink() == themed.color(tone).name()
    themed.set_scheme("dark")
    assert ink() == themed.color("ink3").name()


def test_an_icon_button_has_a_name_and_grows(qtbot: QtBot, themed: Appearance) -> None:
    button = icon_button(themed, "undo", "Undo", tip="Undo (Ctrl+Z)", keep_caret=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert "Ctrl+Z" in button.toolTip()
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    themed.set_scale(2.0)
    assert button.size().width() == 64


def test_a_button_can_carry_its_icon_behind_its_words(qtbot: QtBot, themed: Appearance) -> None:
    icon = themed.icons.icon("chevron-right")
    button = main_button("Next", icon=icon, icon_after=True)
    qtbot.addWidget(button)
    assert button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert button.property("kind") == "main"


def test_a_state_never_hides_behind_a_property_of_qt(qtbot: QtBot, themed: Appearance) -> None:
    label = PlainLabel("x")
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="focus"):
        set_state(label, "focus", True)
    set_state(label, "lit", True)
    assert label.property("lit") == "true"
