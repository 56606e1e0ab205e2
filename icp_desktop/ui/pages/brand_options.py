"""How documents are dressed: logo, colour and footer, each in force as soon as it is chosen."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.brand import DEFAULT_BRAND, Dress, colours_of, is_colour
from icp_desktop.documents.marks import INK
from icp_desktop.documents.pictures import checked_picture
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.brand import Brand
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.picture_choice import ask_for_picture
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.widgets.buttons import quiet_button, small_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state

_LONGEST_FOOTER = 150  # characters that fit the foot of a page
_LOGO = QSize(126, 33)  # units; the box of the masthead has the same shape


class BrandOptions(QWidget):
    """Shows and changes the brand of the project.

    `dressed` carries the new Brand, `kept` says that it is wanted for new projects too, `refused`
    carries the sentence that says why a picture was not taken.
    """

    dressed = Signal(object)
    kept = Signal()
    refused = Signal(str)

    def __init__(self, appearance: Appearance, prompts: Prompts) -> None:
        """Show no brand yet."""
        super().__init__()
        self._appearance = appearance
        self._prompts = prompts
        self._brand = Brand()
        self.logo = LogoBox(appearance)
        self.choose_logo = small_button(_("Choose a logo…"))
        self.drop_logo = quiet_button(_("Without a logo"))
        self.colour = QLineEdit()
        self.colour.setMaxLength(7)
        self.colour.setPlaceholderText(DEFAULT_BRAND)
        self.pick = small_button(_("Choose…"))
        self.pick.setAccessibleName(_("Choose a colour"))
        self._rule = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.footer = QLineEdit()
        self.footer.setMaxLength(_LONGEST_FOOTER)
        self.footer.setPlaceholderText(_("Version, date and who made it"))
        self.keep = quiet_button(_("Use for new projects too"), flush=True)
        self._compose()
        self._connect()

    def show_brand(self, brand: Brand) -> None:
        """Show what is in force."""
        self._brand = brand
        self.logo.show_logo(brand)
        self.choose_logo.set_words(_("Change…") if brand.logo else _("Choose a logo…"))
        self.drop_logo.setVisible(brand.logo is not None)
        if not self.colour.hasFocus() or is_colour(self.colour.text()):
            self.colour.setText(brand.colour)
        if self.footer.text() != brand.footer:
            self.footer.setText(brand.footer)
        self._say_rule(wrong=False)

    def _compose(self) -> None:
        px = self._appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel(_("Logo, colour and footer"), style="strong"))
        column.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(_line(px(8), self.choose_logo, self.drop_logo))
        column.addSpacing(px(6))
        for words, edit, beside in (
            (_("Colour"), self.colour, self.pick),
            (_("Footer"), self.footer, None),
        ):
            label = PlainLabel(words, tone="ink2")
            label.setBuddy(edit)
            edit.setAccessibleName(words)
            column.addWidget(label)
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(edit, 1)
            if beside is not None:
                row.addWidget(beside)
            column.addLayout(row)
            if edit is self.colour:
                column.addWidget(self._rule)
                column.addSpacing(px(4))
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.choose_logo.clicked.connect(self._on_choose_logo)
        self.drop_logo.clicked.connect(lambda: self._become(logo=None))
        self.colour.textEdited.connect(self._on_colour)
        self.colour.editingFinished.connect(self._on_colour_left)
        self.pick.clicked.connect(self._on_pick)
        self.footer.editingFinished.connect(lambda: self._become(footer=self.footer.text().strip()))
        self.keep.clicked.connect(self.kept)

    def _on_choose_logo(self) -> None:
        try:
            logo = ask_for_picture(self._prompts, _("Choose a logo"))
        except KnownError as error:
            self.refused.emit(str(error))
        else:
            if logo is not None:
                self._become(logo=logo)

    def _on_colour(self, text: str) -> None:
        """Take a colour as soon as it is whole; say what is missing when the field is left."""
        written = _written(text)
        if not written or is_colour(written):
            self._become(colour=written)

    def _on_colour_left(self) -> None:
        written = _written(self.colour.text())
        self._say_rule(wrong=bool(written) and not is_colour(written))

    def _on_pick(self) -> None:
        found = self._prompts.colour(_("Choose a colour"), self._brand.colour or DEFAULT_BRAND)
        if found is not None:
            self.colour.setText(found)
            self._become(colour=found)

    def _become(self, **changes: object) -> None:
        brand = replace(self._brand, **changes)  # type: ignore[arg-type]  # by the names above
        if brand != self._brand:
            self._brand = brand
            self.dressed.emit(brand)

    def _say_rule(self, *, wrong: bool) -> None:
        set_state(self.colour, "error", wrong)
        self._rule.set_tone("danger" if wrong else "ink2")
        self._rule.setText(
            _("Write a colour as # and six signs, such as #174684, or choose one.")
            if wrong
            else _rule_words(colours_of(self._brand.colour or DEFAULT_BRAND))
        )


class LogoBox(QWidget):
    """The logo as it will stand on white paper."""

    def __init__(self, appearance: Appearance) -> None:
        """Show none."""
        super().__init__()
        self._appearance = appearance
        self._picture = QPixmap()
        self._fit()
        appearance.changed.connect(self._fit)

    def show_logo(self, brand: Brand) -> None:
        """Show the logo of a brand; without one there is nothing to see."""
        self._picture = QPixmap()
        checked = checked_picture(brand.logo)
        if checked is not None:
            self._picture.loadFromData(checked.data, "PNG")
        self.setVisible(not self._picture.isNull())
        self.setAccessibleName(_("The logo"))
        self.update()

    def _fit(self) -> None:
        px = self._appearance.px
        self.setFixedSize(px(_LOGO.width()), px(_LOGO.height()))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.isNull():
            return
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        top = (self.height() - size.height()) // 2
        painter.drawPixmap(0, top, size.width(), size.height(), self._picture)


def _rule_words(dress: Dress) -> str:
    """Say what a colour may do on paper, so that everything stays readable."""
    if dress.edge != "none":
        return _("Very light: for the bar alone, with an edge. Heads stay in ink.")
    if dress.head == INK:
        return _("Light: for the bar alone. Heads stay in ink.")
    return _("For the bar, the small heads and the numbers.")


def _written(text: str) -> str:
    text = text.strip().upper()
    return f"#{text}" if text and not text.startswith("#") else text


def _line(gap: int, *widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(gap)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
