"""The look of the moment: it dresses the application and tells widgets when it changes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from icp_desktop.ui.fonts import TypeStyle, load_fonts, type_font
from icp_desktop.ui.icons import Icons
from icp_desktop.ui.style_sheet import make_style_sheet, mount_pictures
from icp_desktop.ui.theme import Role, SchemeChoice, Theme, make_theme, resolve_scheme


class Appearance(QObject):
    """Hold the theme, dress the application in it, and follow the system and the settings.

    Hand it to every widget that paints; connect to `changed` only for what is not painted anew
    by itself, such as margins.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: SchemeChoice = "system",
        scale: float = 1.0,
        calm: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = scheme
        self._scale = scale
        self._calm = calm
        # The hints die with the wrapper they came from, so both are kept.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        mount_pictures()
        load_fonts()
        app.setStyle("Fusion")
        self._tell_system()
        self._theme = self._resolve()
        self.icons = Icons(self)
        self._dress()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The theme to paint in."""
        return self._theme

    def px(self, units: float) -> int:
        """Return a length of the look in pixels at the person's scale."""
        return self._theme.px(units)

    def color(self, role: Role) -> QColor:
        """Return a colour of the theme."""
        return self._theme.color(role)

    def font(self, style: TypeStyle) -> QFont:
        """Return the font of a type style at the person's scale."""
        return type_font(style, self._theme.scale)

    def duration(self, milliseconds: int) -> int:
        """Return how long a movement may take: nothing, if the person or the system wants calm."""
        still = Qt.MotionPreference.ReducedMotion
        wanted = not self._calm and self._accessibility.motionPreference() != still
        return milliseconds if wanted else 0

    def set_scheme(self, choice: SchemeChoice) -> None:
        """Choose the scheme, or let the system choose."""
        self._choice = choice
        self._tell_system()
        self._renew()

    def set_scale(self, scale: float) -> None:
        """Choose the size of letters and everything else, 0.9 to 2.0."""
        self._scale = scale
        self._renew()

    def set_calm(self, calm: bool) -> None:
        """Choose whether nothing moves."""
        self._calm = calm

    def _tell_system(self) -> None:
        """Ask for window frames and system dialogs in the same scheme."""
        if self._choice == "light":
            self._hints.setColorScheme(Qt.ColorScheme.Light)
        elif self._choice == "dark":
            self._hints.setColorScheme(Qt.ColorScheme.Dark)
        else:
            self._hints.unsetColorScheme()

    def _on_system_changed(self) -> None:
        self._renew()

    def _renew(self) -> None:
        theme = self._resolve()
        if theme != self._theme:
            self._theme = theme
            self._dress()
            self.changed.emit()

    def _resolve(self) -> Theme:
        scheme = resolve_scheme(
            self._choice, self._hints.colorScheme(), self._accessibility.contrastPreference()
        )
        return make_theme(scheme, self._scale)

    def _dress(self) -> None:
        self._app.setPalette(self._theme.palette())
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(make_style_sheet(self._theme))
