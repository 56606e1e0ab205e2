"""A name and a picture for a persona, off unless somebody wants them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.pictures import checked_picture
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.body import Body
from icp_desktop.model.persona import Persona
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.personas.persona_changes import PersonaChanges
from icp_desktop.ui.personas.wide_line import WideLine
from icp_desktop.ui.picture_choice import ask_for_picture
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.talks.labelled import Labelled
from icp_desktop.ui.widgets.buttons import literal, quiet_button, small_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel

_SIDE = 72
_LONGEST_SIDE = 480  # pixels of what is kept: 22 mm on paper want no more


class FaceBlock(QWidget):
    """Switches the face on and off; what was given stays. `refused` says why a picture was not."""

    refused = Signal(str)

    def __init__(self, appearance: Appearance, changes: PersonaChanges, prompts: Prompts) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes = changes
        self._prompts = prompts
        self._persona = ""
        self.switch = QCheckBox(literal(_("Show a name and a picture")))
        self.switch.clicked.connect(lambda on: changes.show_face(self._persona, shown=on))
        self.name = WideLine(_("An invented name"))
        self.name.written.connect(lambda text: changes.call(self._persona, text))
        self.picture = RoundPicture(appearance)
        self.choose = small_button(_("Choose a picture…"))
        self.choose.clicked.connect(self._on_choose)
        self.drop = quiet_button(_("Without a picture"))
        self.drop.clicked.connect(lambda: changes.picture(self._persona, None))
        self._details = QWidget()
        self._compose()

    def show_persona(self, persona: Persona) -> None:
        """Show what a persona has for a face."""
        self._persona = persona.id
        self.switch.setChecked(persona.shown)
        self._details.setVisible(persona.shown)
        self.name.show_text(persona.name)
        self.picture.show_picture(persona.picture)
        self.choose.set_words(_("Change…") if persona.picture else _("Choose a picture…"))
        self.drop.setVisible(persona.picture is not None)

    def _on_choose(self) -> None:
        title = _("Choose a picture")
        try:
            picture = ask_for_picture(self._prompts, title, longest=_LONGEST_SIDE)
        except KnownError as error:
            self.refused.emit(str(error))
        else:
            if picture is not None:
                self._changes.picture(self._persona, picture)

    def _compose(self) -> None:
        px = self._appearance.px
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=px(8), row_gap=px(4))
        flow.addWidget(self.choose)
        flow.addWidget(self.drop)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(px(8))
        details.addWidget(Labelled(self._appearance, _("Name"), self.name))
        details.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        details.addWidget(buttons)
        details.addWidget(
            PlainLabel(
                _("Use a drawing or an invented face, not a picture of a real customer."),
                style="caption", tone="ink2", wrap=True,
            )
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)


class RoundPicture(QWidget):
    """A picture as the card will show it: round, filled from edge to edge."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: Body | None = None
        self._picture = QPixmap()
        self.setAccessibleName(_("The picture"))
        self._fit()
        self.hide()
        appearance.changed.connect(self._fit)

    def show_picture(self, picture: Body | None) -> None:
        """Show a picture; without one there is nothing to see."""
        if picture == self._shown:
            return
        self._shown = picture
        self._picture = QPixmap()
        checked = checked_picture(picture)
        if checked is not None:
            self._picture.loadFromData(checked.data, "PNG")
        self.setVisible(not self._picture.isNull())
        self.update()

    def _fit(self) -> None:
        side = self._appearance.px(_SIDE)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = self.rect().toRectF()
        path = QPainterPath()
        path.addEllipse(box)
        painter.setClipPath(path)
        wide = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        size = self._picture.size().toSizeF().scaled(box.size(), wide)
        left = (box.width() - size.width()) / 2
        top = (box.height() - size.height()) / 2
        target = QRectF(left, top, size.width(), size.height())
        painter.drawPixmap(target, self._picture, self._picture.rect().toRectF())
