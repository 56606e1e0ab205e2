"""One choice of several, and yes or no."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.values import Choice, Value, YesNo
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.worksheet.definitions import Field

_MOST_IN_SEGMENT = 4
_LONGEST_IN_SEGMENT = 44  # letters of all choices together
_COMBO_WIDTH = 408


class ChoiceEditor(Editor):
    """Choose one of many in a box whose first entry is empty."""

    def __init__(self, field: Field, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._combo = Combo()
        self._combo.addItem(_("Not chosen yet"), "")
        for option in field.choices:
            self._combo.addItem(option.label, option.id)
        self._combo.activated.connect(self._on_activated)
        self._watch(self._combo)
        self._add(self._combo)
        self._fit()

    @override
    def _display(self, value: Value | None) -> None:
        choice = value.choice if isinstance(value, Choice) else ""
        if self._combo.findData(choice) < 0:
            self._combo.addItem(choice, choice)  # a choice of an older worksheet
        self._combo.show_id(choice)

    @override
    def _fit(self) -> None:
        super()._fit()
        self._combo.setMaximumWidth(self._appearance.px(_COMBO_WIDTH))

    def _on_activated(self) -> None:
        choice = self._combo.current_id()
        self._take(Choice(choice=choice) if choice else None)


class SegmentEditor(Editor):
    """Choose one of a few side by side; choosing it again takes it back."""

    def __init__(
        self,
        options: list[tuple[str, str]],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._options = options
        self._segment = Segment(options, name="", clearable=True)
        self._segment.chosen.connect(lambda option: self._take(self._make(option)))
        self._watch(*self._segment.buttons())
        self._add(self._segment)

    @override
    def focus_widget(self) -> QWidget:
        return self._segment.focus_button()

    @override
    def describe(self, name: str, description: str) -> None:
        self._segment.setAccessibleName(name)
        self._segment.setAccessibleDescription(description)
        for button in self._segment.buttons():
            button.setAccessibleDescription(name)

    def _make(self, option: str) -> Value | None:
        return Choice(choice=option) if option else None

    @override
    def _display(self, value: Value | None) -> None:
        self._segment.show_choice(value.choice if isinstance(value, Choice) else "")


class YesNoEditor(SegmentEditor):
    """Say yes or no, or nothing yet."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__([("yes", _("Yes")), ("no", _("No"))], appearance, parent)

    @override
    def _make(self, option: str) -> Value | None:
        return YesNo(yes=option == "yes") if option else None

    @override
    def _display(self, value: Value | None) -> None:
        shown = ("no", "yes")[value.yes] if isinstance(value, YesNo) else ""
        self._segment.show_choice(shown)


def make_choice_editor(field: Field, appearance: Appearance) -> Editor:
    """Return a segment for a few short choices, a box for others."""
    letters = sum(len(option.label) for option in field.choices)
    if 1 < len(field.choices) <= _MOST_IN_SEGMENT and letters <= _LONGEST_IN_SEGMENT:
        options = [(option.id, option.label) for option in field.choices]
        return SegmentEditor(options, appearance)
    return ChoiceEditor(field, appearance)
