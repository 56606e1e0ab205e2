"""A field with nothing but its name and its editor, as a questionnaire shows it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.model.values import Value, is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field


class PlainAnswer(QWidget):
    """Edit the value of one field."""

    def __init__(
        self,
        appearance: Appearance,
        answers: Answers,
        field: Field,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        self._field = field
        self._written: Value | None = None
        words = field.wording(answers.market)
        self.editor = make_editor(field, words, currency=currency, appearance=appearance)
        label = PlainLabel(literal(words.label), style="strong", wrap=True)
        label.setAccessibleName(words.label)
        label.setBuddy(self.editor.focus_widget())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(6))
        column.addWidget(label)
        column.addWidget(self.editor)
        self.editor.edited.connect(self._on_edited)
        self.editor.sealed.connect(answers.seal)
        self.show_answer()

    def show_answer(self) -> None:
        """Show the answer as it is now."""
        value = self._answers.find(self._field).value
        if value != self._written:
            self._written = value
            self.editor.show_value(value)

    def _on_edited(self, value: Value | None) -> None:
        self._written = None if is_empty(value) else value
        self._answers.write(self._field, value)
