import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.focus_frame import FocusRing
from icp_desktop.ui.marks import MARK_KINDS
from icp_desktop.ui.widgets.legend import LegendButton
from icp_desktop.ui.widgets.map_tile import MapTile, TileContent, TileState
from icp_desktop.ui.widgets.mini_map import MiniMapStrip, MiniPlace, MiniSection
from icp_desktop.ui.widgets.proof_bar import ProofBar, ProofCounts
from icp_desktop.ui.widgets.roving import Roving


def make_tile(appearance: Appearance, state: TileState = "proven", value: str = "x") -> MapTile:
    tile = MapTile(appearance)
    tile.show_tile(
        TileContent(
            name="Why now",
            section="Needs",
            value=value,
            state=state,
            mark="assumption",
            words="Assumption",
            weight="Must have",
        )
    )
    return tile


def test_a_tile_says_everything_in_its_name(qtbot: QtBot, themed: Appearance) -> None:
    tile = make_tile(themed, "assumed", "Doctor’s advice, a new job")
    qtbot.addWidget(tile)
    assert (
        tile.accessibleName()
        == "Why now, Needs: Doctor’s advice, a new job. Assumption. Must have."
    )
    assert tile.sizeHint().height() == 78
    with qtbot.waitSignal(tile.clicked):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_cut_value_is_whole_in_the_tip(qtbot: QtBot, themed: Appearance) -> None:
    tile = make_tile(themed, value="word " * 40)
    qtbot.addWidget(tile)
    tile.resize(189, 78)
    assert "word word" in tile.toolTip()
    tile.show_tile(TileContent(name="Values", value="Health first", state="proven"))
    assert tile.toolTip() == ""


def test_states_of_tiles_look_different(qtbot: QtBot, themed: Appearance) -> None:
    def look(state: TileState) -> bytes:
        tile = make_tile(themed, state, "same words")
        qtbot.addWidget(tile)
        tile.resize(189, 78)
        image = tile.grab().toImage()
        return bytes(image.constBits())

    states: tuple[TileState, ...] = ("proven", "thin", "assumed", "waiting", "open")
    assert len({look(state) for state in states}) == 5


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [0.9, 2.0])
def test_every_part_of_the_map_paints_in_every_look(
    qtbot: QtBot, themed: Appearance, scheme: str, scale: float
) -> None:
    themed.set_scheme(scheme)  # type: ignore[arg-type]
    themed.set_scale(scale)
    bar = ProofBar(themed)
    bar.show_counts(ProofCounts(customers=6, interviews=9, outside=1, weak=6, open=3), "16 of 25")
    legend = LegendButton(themed, "team")
    legend.show_count("Team opinion", 4)
    for widget in (make_tile(themed), bar, legend):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        image = widget.grab().toImage()
        assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 2


def test_the_bar_shows_solid_for_known(qtbot: QtBot, themed: Appearance) -> None:
    bar = ProofBar(themed)
    qtbot.addWidget(bar)
    bar.show_counts(ProofCounts(customers=1, interviews=1, open=2), "2 of 4 proven")
    image = bar.grab().toImage()
    assert image.pixelColor(10, 2).name() == themed.color("customers").name()
    assert image.pixelColor(50, 2).name() == themed.color("interviews").name()
    assert image.pixelColor(120, 2).name() != image.pixelColor(120, 6).name()
    assert bar.accessibleName() == "2 of 4 proven"


def test_arrows_walk_a_grid_with_one_tab_stop(qtbot: QtBot, themed: Appearance) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    grid = QGridLayout(host)
    tiles: list[QAbstractButton] = [make_tile(themed) for _each in range(6)]
    for number, tile in enumerate(tiles):
        grid.addWidget(tile, number // 3, number % 3)
    roving = Roving(host)
    roving.set_buttons(tiles, 3)
    host.show()
    host.activateWindow()
    tiles[0].setFocus()
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Up, 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
    ):
        QTest.keyClick(host.focusWidget(), key)
        assert host.focusWidget() is tiles[place]
    stops = [tile for tile in tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [tiles[0]]
    with qtbot.waitSignal(tiles[0].clicked):
        QTest.keyClick(tiles[0], Qt.Key.Key_Return)


def sections(mark: str = "open") -> list[MiniSection]:
    return [
        MiniSection("People", tuple(MiniPlace(f"p{n}", f"Field {n}", mark) for n in range(3))),  # type: ignore[arg-type]
        MiniSection("Needs", (MiniPlace("n1", "Why now", "team", "3 colleagues"),)),
    ]


def test_the_mini_map_goes_where_it_is_told(qtbot: QtBot, themed: Appearance) -> None:
    strip = MiniMapStrip(themed)
    qtbot.addWidget(strip)
    strip.show_places(sections(), "p1")
    strip.show()
    marks = strip.findChildren(QAbstractButton)
    assert [mark.size().toTuple() for mark in marks] == [(26, 28)] * 4
    assert marks[3].accessibleName() == "Why now, Needs. 3 colleagues."
    assert [bool(m.focusPolicy() & Qt.FocusPolicy.TabFocus) for m in marks] == [0, 1, 0, 0]
    with qtbot.waitSignal(strip.chosen) as said:
        marks[3].click()
    assert said.args == ["n1"]
    strip.show_places(sections("customers"), "n1")
    assert strip.findChildren(QAbstractButton) == marks  # shown anew, not made anew


def ringed_window(qtbot: QtBot, themed: Appearance) -> tuple[QWidget, list[QWidget], FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    widgets: list[QWidget] = [QPushButton("one"), make_tile(themed), QLineEdit(), QPushButton("4")]
    for widget in widgets:
        rows.addWidget(widget)
    ring = FocusRing(themed, window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    widgets[0].setFocus()
    return window, widgets, ring


def test_the_ring_follows_the_tab_key_alone(qtbot: QtBot, themed: Appearance) -> None:
    window, widgets, ring = ringed_window(qtbot, themed)
    assert ring.widget() is None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert ring.widget() is widgets[1]
    expected = QRect(widgets[1].mapTo(window, QPoint(0, 0)), widgets[1].size())
    qtbot.waitUntil(lambda: ring.geometry() == expected.adjusted(-4, -4, 4, 4))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is widgets[2]
    assert ring.widget() is None  # a field shows the focus by its border
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert ring.widget() is widgets[3]
    QTest.mouseClick(widgets[0], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is widgets[0]
    assert ring.widget() is None


def test_the_ring_outlives_what_it_surrounded(qtbot: QtBot, themed: Appearance) -> None:
    window, widgets, ring = ringed_window(qtbot, themed)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert ring.widget() is widgets[1]
    gone = widgets.pop(1)
    gone.deleteLater()
    qtbot.wait(10)
    assert ring.widget() is None
    widgets[0].setFocus()
    QTest.keyClick(widgets[0], Qt.Key.Key_Backtab)
    assert ring.widget() is window.focusWidget() is widgets[-1]


@pytest.mark.parametrize("mark", MARK_KINDS)
def test_the_legend_counts_and_filters(qtbot: QtBot, themed: Appearance, mark: str) -> None:
    button = LegendButton(themed, mark)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    button.show_count("Kind", 6)
    assert button.accessibleName() == "Kind: 6"
    button.click()
    assert button.isChecked()
