import sys

import pytest
from PySide6.QtCore import QFile, QIODevice, QObject
from PySide6.QtGui import QFontInfo, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from icp_desktop.paths import shipped
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.fonts import FAMILY, TYPE_STYLES, TypeStyle, type_font
from icp_desktop.ui.icons import ICON_NAMES, IconName
from icp_desktop.ui.memory_files import mount_files, unmount_files
from icp_desktop.ui.style_sheet import make_style_sheet
from icp_desktop.ui.theme import SCHEMES, Scheme, make_theme


def test_the_application_is_dressed_and_changes_while_it_runs(
    qtbot: QtBot, themed: Appearance
) -> None:
    app = QApplication.instance()
    with qtbot.waitSignal(themed.changed):
        themed.set_scheme("dark")
    assert themed.theme.scheme == "dark"
    assert app.palette().color(QPalette.ColorRole.Window).name() == "#1c1e21"
    assert "#25282c" in app.styleSheet()
    with qtbot.waitSignal(themed.changed):
        themed.set_scale(2.0)
    assert app.font().pointSizeF() == pytest.approx(22.5)
    with qtbot.assertNotEmitted(themed.changed):
        themed.set_scale(2.0)


def test_calm_takes_every_movement_away(themed: Appearance) -> None:
    themed.set_calm(True)
    assert themed.duration(140) == 0
    themed.set_calm(False)
    assert themed.duration(140) == 140


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.6, 2.0])
def test_a_style_sheet_has_no_blank_left(qapp: QApplication, scheme: Scheme, scale: float) -> None:
    sheet = make_style_sheet(make_theme(scheme, scale))
    assert "$" not in sheet
    assert "None" not in sheet
    assert not [word for word in sheet.split() if word.rstrip(";}").endswith("0u")]


def test_every_picture_a_style_sheet_names_can_be_read(themed: Appearance) -> None:
    sheet = make_style_sheet(themed.theme)
    names = {part.split(")")[0] for part in sheet.split("url(")[1:]}
    assert len(names) >= 6
    for name in names:
        assert not QImage(name).isNull(), name


def test_files_in_memory_read_back_byte_for_byte(qapp: QApplication) -> None:
    files = {f"{name}-é.txt": f"{name} ".encode() * 40 for name in ("b", "a", "zebra", "Ä", "x1")}
    packed = mount_files(files, "/test")
    for name, content in files.items():
        file = QFile(f":/test/{name}")
        assert file.open(QIODevice.OpenModeFlag.ReadOnly)
        assert bytes(file.readAll().data()) == content
        file.close()
    unmount_files(packed, "/test")
    assert not QFile.exists(":/test/a-é.txt")


@pytest.mark.parametrize("style", TYPE_STYLES)
def test_the_typeface_of_the_package_is_used(themed: Appearance, style: TypeStyle) -> None:
    assert QFontInfo(type_font(style)).family() == FAMILY


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.0])
@pytest.mark.parametrize("scheme", ["light", "contrast"])
def test_controls_are_as_high_as_the_look_says_with_and_without_focus(
    qtbot: QtBot, themed: Appearance, scheme: Scheme, scale: float
) -> None:
    themed.set_scheme(scheme)
    themed.set_scale(scale)
    line, box = QLineEdit("A long contract"), QComboBox()
    box.addItem("a month")
    for widget in (line, box, QPushButton("Save")):
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() == themed.px(34)
    for state in ("true", "false"):
        line.setProperty("error", state)
        line.style().polish(line)
        assert line.sizeHint().height() == themed.px(34)


def test_a_radio_button_keeps_its_size_when_it_is_chosen(qtbot: QtBot, themed: Appearance) -> None:
    button = QRadioButton("Anyone")
    qtbot.addWidget(button)
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before


@pytest.mark.parametrize("name", ICON_NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(themed: Appearance, name: IconName) -> None:
    image = themed.icons.pixmap(name, size=24, role="accent").toImage()
    colors = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    wanted = themed.color("accent")
    assert any(color.alpha() for color in colors)
    for color in colors:
        if color.alpha() == 255:
            assert abs(color.red() - wanted.red()) <= 2
            assert abs(color.blue() - wanted.blue()) <= 2


def test_no_icon_lies_about_unused() -> None:
    shipped_names = {path.stem for path in shipped("resources", "icons").glob("*.svg")}
    assert shipped_names >= set(ICON_NAMES)


def test_an_icon_follows_the_theme_and_its_state(themed: Appearance) -> None:
    icon = themed.icons.icon("check")

    def ink(mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> str:
        image = icon.pixmap(40, 40, mode, state).toImage()
        colors = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
        return max(colors, key=lambda color: color.alpha()).name()

    assert ink() == themed.color("ink2").name()
    assert ink(mode=QIcon.Mode.Disabled) == themed.color("edge").name()
    assert ink(state=QIcon.State.On) == themed.color("accent").name()
    themed.set_scheme("dark")
    assert ink() == themed.color("ink2").name()


def test_none_and_the_truth_values_outlive_thousands_of_calls(themed: Appearance) -> None:
    holder = QObject()
    for _each in range(20_000):
        holder.setObjectName("x")
        themed.changed.emit()
    assert sys.getrefcount(None) > 10_000
