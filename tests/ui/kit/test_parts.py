import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import SCHEMES, Scheme, make_theme
from icp_desktop.ui.widgets.chips import EvidenceChip, WeightButton
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.drop_zone import DropZone
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.initials import initials_of
from icp_desktop.ui.widgets.message_bar import MessageBar
from icp_desktop.ui.widgets.next_step import NextStepCard
from icp_desktop.ui.widgets.progress_strip import ProgressStrip
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab
from icp_desktop.ui.widgets.toast import Toast


def nothing() -> None:
    """Stand for something to do."""


def test_a_message_says_one_sentence_with_at_most_two_ways_out(
    qtbot: QtBot, themed: Appearance
) -> None:
    bar, done = MessageBar(themed), []
    qtbot.addWidget(bar)
    bar.say("note", "Two leads were listed twice.", [("Show", lambda: done.append("shown"))])
    assert bar.sentence == "Two leads were listed twice."
    next(b for b in bar.findChildren(QPushButton) if b.text() == "Show").click()
    assert done == ["shown"]
    with pytest.raises(ValueError, match="at most two"):
        bar.say("note", "x", [("a", nothing), ("b", nothing), ("c", nothing)])
    bar.say("failed", "“Profile.pdf” is open elsewhere.")
    assert bar.property("tone") == "failed"
    with qtbot.waitSignal(bar.closed):
        bar._close.click()
    assert bar.isHidden()
    assert bar.sentence == ""


def test_a_long_message_grows_instead_of_being_cut(qtbot: QtBot, themed: Appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    bar = MessageBar(themed)
    rows.addWidget(bar)
    rows.addStretch(1)
    window.resize(320, 400)
    window.show()
    bar.say("due", "The review was due on 14 November. " * 4)
    qtbot.waitUntil(lambda: bar.height() > 80)


def test_a_toast_offers_the_way_back_and_takes_no_focus(qtbot: QtBot, themed: Appearance) -> None:
    page, undone = QWidget(), []
    qtbot.addWidget(page)
    page.resize(800, 600)
    toast = Toast(themed, page)
    page.show()
    toast.say("Quote added to “Doctor’s advice”.", lambda: undone.append(1))
    assert (toast.x(), toast.y() + toast.height()) == (32, 580)
    assert not toast.hasFocus()
    page.resize(200, 300)
    assert toast.geometry().right() <= 200
    toast._button.click()
    assert undone == [1]
    assert toast.isHidden()


def test_a_toast_goes_after_its_time(qtbot: QtBot, themed: Appearance) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    toast = Toast(themed, page)
    toast._stay.setInterval(10)
    toast.say("Answer removed.")
    qtbot.waitUntil(toast.isHidden)
    themed.set_calm(False)
    toast.say("Answer removed.")
    qtbot.waitUntil(toast.isHidden)


def test_a_segment_moves_by_arrows_and_is_one_tab_stop(qtbot: QtBot, themed: Appearance) -> None:
    segment = Segment([("form", "Form"), ("tour", "Tour"), ("x", "R&D")], name="View")
    qtbot.addWidget(segment)
    segment.show()
    said: list[str] = []
    segment.chosen.connect(said.append)
    segment.show_choice("form")
    assert said == []
    stops = [b for b in segment.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [segment.focus_button()]
    segment.focus_button().setFocus()
    QTest.keyClick(segment.focus_button(), Qt.Key.Key_Right)
    QTest.keyClick(segment.focus_button(), Qt.Key.Key_Left)
    QTest.keyClick(segment.focus_button(), Qt.Key.Key_Left)
    assert said == ["tour", "form", "x"]
    segment.focus_button().click()
    assert segment.value() == "x"  # not clearable: choosing it again keeps it


def test_choosing_moves_nothing_in_a_segment(qtbot: QtBot, themed: Appearance) -> None:
    segment = Segment([("a", "Can’t tell"), ("b", "Yes")], name="Answer")
    qtbot.addWidget(segment)
    segment.show()
    before = [button.geometry() for button in segment.buttons()]
    segment.show_choice("a")
    QApplication.processEvents()
    assert [button.geometry() for button in segment.buttons()] == before
    assert segment.height() == 34


def test_tabs_keep_their_places_and_say_what_is_open(qtbot: QtBot, themed: Appearance) -> None:
    bar = CountTabBar(themed)
    qtbot.addWidget(bar)
    tabs = [Tab("people", "People", "1 open"), Tab("rd", "R&D"), Tab("buying", "Buying", "2 open")]
    bar.show_tabs(tabs, "people")
    bar.show()
    said: list[str] = []
    bar.chosen.connect(said.append)
    before = [bar.tabRect(index) for index in range(3)]
    bar.choose("buying")
    assert (bar.current_id(), said) == ("buying", [])
    assert [bar.tabRect(index) for index in range(3)] == before
    assert bar.tabRect(0).height() == 44
    assert bar.accessibleTabName(0) == "People, 1 open"
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert said == ["rd"]
    bar.set_count("people", "12 still open")
    assert bar.tabRect(0).width() > before[0].width()
    bar.show_tabs(tabs[:2])
    assert (bar.count(), bar.current_id()) == (2, "rd")


def test_the_chip_names_its_evidence_and_the_weight_is_chosen(
    qtbot: QtBot, themed: Appearance
) -> None:
    chip, weight = EvidenceChip(themed), WeightButton(themed)
    qtbot.addWidget(chip)
    qtbot.addWidget(weight)
    chip.show_evidence("interviews", "6 of 9 interviews", disputed=True)
    assert "6 of 9 interviews, disputed" in chip.accessibleName()
    assert (chip.sizeHint().width(), chip.sizeHint().height()) == (160, 28)
    weight.show_weights([("must", "Must have"), ("nice", "Nice to have")], "nice")
    assert weight.text() == "Nice to have"
    with qtbot.waitSignal(weight.chosen) as said:
        weight.menu().actions()[0].trigger()
    assert said.args == ["must"]
    assert chip.focusPolicy() == weight.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_zone_names_the_file_that_hovers(qtbot: QtBot, themed: Appearance) -> None:
    zone = DropZone(themed, "Drop a customer list here.")
    qtbot.addWidget(zone)
    zone.show_waiting("<b>customers</b>.xlsx")
    assert zone.property("over") == "true"
    assert any(label.text() == "<b>customers</b>.xlsx" for label in zone.findChildren(QLabel))
    zone.show_rest()
    assert zone.property("over") == "false"
    with qtbot.waitSignal(zone.choose_asked):
        zone.findChildren(QPushButton)[0].click()


def test_progress_counts_and_can_be_stopped(qtbot: QtBot, themed: Appearance) -> None:
    strip = ProgressStrip(themed)
    qtbot.addWidget(strip)
    strip.show_progress("Reading the list, 41,000 of 100,000 rows", 41_000, 100_000)
    assert strip._bar.value() == 410
    strip.show_progress("Reading the list", 10**12, 10**12)
    assert strip._bar.value() == strip._bar.maximum()
    strip.show_progress("Looking", 0, 0)
    assert strip._bar.maximum() == 0
    with qtbot.waitSignal(strip.cancelled):
        strip.findChildren(QPushButton)[0].click()


def test_the_next_step_and_the_empty_page_ask(qtbot: QtBot, themed: Appearance) -> None:
    card = NextStepCard(themed)
    empty = EmptyState("No interviews yet", "Three talks are enough.", "Start an interview")
    qtbot.addWidget(card)
    qtbot.addWidget(empty)
    card.show_step("Ask three members.", "It is a must-have, and a guess.", "Prepare interviews")
    with qtbot.waitSignal(card.asked):
        card.main_button.click()
    with qtbot.waitSignal(empty.asked):
        empty.button.click()


def test_rows_break_where_there_is_no_room(qtbot: QtBot, themed: Appearance) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, gap=8, row_gap=4)
    boxes = [QWidget() for _each in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
    flow.set_order(boxes)
    assert [flow.heightForWidth(width) for width in (316, 315, 207, 50)] == [20, 44, 68, 68]
    flow.set_order(boxes[::-1])
    host.resize(400, 100)
    host.show()
    assert [box.x() for box in boxes] == [216, 108, 0]
    boxes[1].hide()
    assert flow.heightForWidth(208) == 20


def test_the_wheel_never_changes_a_choice(qtbot: QtBot, themed: Appearance) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.addItem("a week", "w")
    combo.addItem("a month", "m")
    combo.show_id("w")
    combo.show()
    event = QWheelEvent(
        QPoint(5, 5), combo.mapToGlobal(QPoint(5, 5)), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt takes it by place alone
    )  # fmt: skip
    QApplication.sendEvent(combo, event)
    assert combo.current_id() == "w"


def test_a_page_scrolls_down_only_and_holds_its_place(qtbot: QtBot, themed: Appearance) -> None:
    content = QWidget()
    rows = QVBoxLayout(content)
    fold, anchor = QLabel("folds\n" * 10), QPushButton("here")
    wide = QLabel("x" * 3000)
    for widget in (fold, QLabel("z\n" * 20), anchor, wide, QLabel("y\n" * 100)):
        rows.addWidget(widget)
    scroll = PageScroll(content)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    assert content.width() <= 300
    assert not scroll.horizontalScrollBar().isVisible()
    scroll.verticalScrollBar().setValue(520)
    before = anchor.mapTo(scroll, QPoint(0, 0)).y()
    scroll.keep_in_place(anchor, lambda: fold.setVisible(False))
    assert anchor.mapTo(scroll, QPoint(0, 0)).y() == before
    assert scroll.verticalScrollBar().value() < 520


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Halfmoon Fitness", "HF"),
        ("Papercrane", "PA"),
        ("Moss & Meadow Gardens", "MM"),
        ("tin-whistle", "TW"),
        ("", "?"),
        ("…", "?"),
        ("ßx", "SSX"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials_of(name) == letters


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_theme_has_no_colour_that_cannot_be_painted(scheme: Scheme) -> None:
    theme = make_theme(scheme)
    assert QColor(theme.page).isValid()
    assert theme.is_dark == (QColor(theme.page).lightness() < 128)


def test_a_segment_stands_upright_where_it_is_narrow(qtbot: QtBot, themed: Appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    options = [("s", "Like the system"), ("l", "Light"), ("d", "Dark"), ("c", "High contrast")]
    segment = Segment(options, name="Colours")
    rows.addWidget(segment)
    rows.addStretch(1)
    window.resize(600, 300)
    window.show()
    assert segment.height() == 34
    wide = segment.width()
    window.resize(200, 300)
    qtbot.waitUntil(lambda: segment.height() > 120)
    for part in segment.buttons():
        assert segment.rect().contains(part.geometry())
        assert part.width() >= part.sizeHint().width()
    window.resize(600, 300)
    qtbot.waitUntil(lambda: segment.height() == 34)
    assert segment.width() == wide


def test_tabs_that_do_not_fit_are_reached_by_named_buttons(
    qtbot: QtBot, themed: Appearance
) -> None:
    bar = CountTabBar(themed)
    qtbot.addWidget(bar)
    bar.show_tabs([Tab(str(n), f"A longer section {n}") for n in range(6)])
    bar.resize(300, 44)
    bar.show()
    buttons = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == 2
    for button in buttons:
        assert button.accessibleName()
        assert button.width() >= 24
