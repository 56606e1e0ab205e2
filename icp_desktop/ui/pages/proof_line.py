"""One piece of proof with its details, typed in place under the answer."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.checks.grades import GRADE_NAMES, evidence_words
from icp_desktop.checks.source_log import LoggedSource
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.report import source_key
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.pages.proof_words import NOTE_HINTS
from icp_desktop.ui.widgets.buttons import icon_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.worksheet.definitions import Field, Wording
from icp_desktop.worksheet.reading import clean

_MOST = 999_999
_LONGEST = 2_000
_DAY_WORDS = Wording(label="", why="", question="", good="", weak="")
_DAY = Field(id="day", kind="date", audience=(), core=(), words=())


class ProofLine(QWidget):
    """Edit the details of one piece of proof; `edited` carries it as it has become.

    Counts come first: so many colleagues, so many of all interviews or customers. An outside
    source has its name, page, date and link instead; one of the `known` sources brings its own.
    """

    edited = Signal(object)
    sealed = Signal()
    removed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        piece: Evidence,
        known: Callable[[], tuple[LoggedSource, ...]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._piece = piece
        self._known = known
        self._lines: dict[str, QLineEdit] = {}
        self._day: Editor | None = None
        self._flow = FlowLayout(gap=appearance.px(8), row_gap=appearance.px(6), fill_last=True)
        self._fault = PlainLabel(style="caption", tone="danger", wrap=True)
        self._fault.hide()
        self._counted = PlainLabel(_counted_words(piece), style="caption", tone="ink2")
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(4))
        column.addLayout(self._flow)
        column.addWidget(self._fault)
        self._judge()

    @property
    def piece(self) -> Evidence:
        """The proof as it stands."""
        return self._piece

    def show_piece(self, piece: Evidence) -> None:
        """Show the details without emitting; the caret survives where nothing differs."""
        if piece == self._piece:
            return
        self._piece = piece
        self._counted.setText(_counted_words(piece))
        for name, line in self._lines.items():
            text = _shown(getattr(piece, name))
            if line.text() != text:
                line.setText(text)
        if self._day is not None:
            self._day.show_value(None if piece.day is None else Day(day=piece.day))
        self._judge()

    def say_place(self, words: str) -> None:
        """Tell a screen reader which piece of proof this is, where there are several."""
        for control in (*self._lines.values(), self._remove):
            control.setAccessibleDescription(words)
        if self._day is not None:
            self._day.describe(_("Date of the source"), words)

    def first_control(self) -> QWidget:
        """Return what the person most likely wants to type into."""
        return next(iter(self._lines.values()))

    def _build(self) -> None:
        words = _(GRADE_NAMES[self._piece.source])
        if self._piece.against:
            words = _("Against: {words}", words=words)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._appearance.px(8))
        row.addWidget(MarkLabel(self._appearance, self._piece.source))
        row.addWidget(PlainLabel(words, style="caption"))
        self._flow.addWidget(head)
        if self._piece.linked:
            self._flow.addWidget(self._counted)
            self._add_text("note", _(NOTE_HINTS[self._piece.source]), 180, room=True)
            return
        match self._piece.source:
            case "team":
                self._add_number("count", _("How many colleagues"))
                self._add_words(_("colleagues"))
            case "interviews":
                self._add_counts(_("Interviews that say so"), _("All interviews"))
                self._add_words(_("interviews"))
            case "customers":
                self._add_counts(_("Customers it holds for"), _("Customers counted"))
                self._add_words(_("customers"))
            case "outside":
                self._add_source()
        self._add_text("note", _(NOTE_HINTS[self._piece.source]), 180, room=True)

    def _add_source(self) -> None:
        self._add_text("reference", _("Report or article"), 240)
        name = self._lines["reference"]
        completer = QCompleter([each.name for each in self._known()], name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_known)
        name.setCompleter(completer)
        self._add_text("page", _("Page"), 72)
        self._day = make_editor(_DAY, _DAY_WORDS, currency="", appearance=self._appearance)
        self._day.describe(_("Date of the source"), "")
        self._day.show_value(None if self._piece.day is None else Day(day=self._piece.day))
        self._day.edited.connect(self._on_day)
        self._day.sealed.connect(self.sealed)
        self._flow.addWidget(self._day)
        self._add_text("link", _("Link or file"), 200)

    def _add_counts(self, count: str, total: str) -> None:
        self._add_number("count", count)
        self._add_words(_("of"))
        self._add_number("total", total)

    def _add_number(self, name: str, label: str) -> None:
        line = self._add_line(name, label, 56)
        figures = QIntValidator(0, _MOST, line)
        figures.setLocale(QLocale.c())
        line.setValidator(figures)
        line.textEdited.connect(lambda text: self._on_number(name, text))

    def _add_text(self, name: str, label: str, width: int, *, room: bool = False) -> None:
        line = self._add_line(name, label, width, with_remove=room)
        line.setPlaceholderText(label)
        line.setMaxLength(_LONGEST)
        line.setCursorPosition(0)  # a long note is read from its beginning
        line.textEdited.connect(lambda text: self._take(**{name: clean(text)}))

    def _add_line(
        self, name: str, label: str, width: int, *, with_remove: bool = False
    ) -> QLineEdit:
        line = QLineEdit(_shown(getattr(self._piece, name)))
        line.setAccessibleName(label)
        line.editingFinished.connect(self.sealed)
        if with_remove:
            line.setMinimumWidth(self._appearance.px(width))
            self._flow.addWidget(self._with_remove(line))
        else:
            line.setFixedWidth(self._appearance.px(width))
            self._flow.addWidget(line)
        self._lines[name] = line
        return line

    def _with_remove(self, line: QLineEdit) -> QWidget:
        """Return the last field and the button that takes the proof away, side by side."""
        self._remove = icon_button(self._appearance, "close", _("Remove this proof"))
        self._remove.clicked.connect(self.removed)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._appearance.px(4))
        row.addWidget(line, 1)
        row.addWidget(self._remove)
        return both

    def _add_words(self, words: str) -> None:
        self._flow.addWidget(PlainLabel(words, tone="ink2"))

    def _on_number(self, name: str, text: str) -> None:
        self._take(**{name: int(text) if text.isdecimal() else None})

    def _on_known(self, name: str) -> None:
        """Take over where and when a source that is named again was found."""
        for each in self._known():
            if source_key(each.name) == source_key(name):
                link, day = self._piece.link or each.link, self._piece.day or each.day
                known = replace(self._piece, reference=each.name, link=link, day=day)
                self.show_piece(known)
                self.edited.emit(known)
                self.sealed.emit()
                return

    def _on_day(self, value: Value | None) -> None:
        self._take(day=value.day if isinstance(value, Day) else None)

    def _take(self, **details: object) -> None:
        self._piece = replace(self._piece, **details)  # type: ignore[arg-type]
        self._judge()
        self.edited.emit(self._piece)

    def _judge(self) -> None:
        """Say so where more say a thing than were asked."""
        count, total = self._piece.count, self._piece.total
        wrong = count is not None and total is not None and count > total
        words = _("{n} is more than {total}. Put the smaller figure first.", n=count, total=total)
        self._fault.setText(words if wrong else "")
        self._fault.setVisible(wrong)
        for name in ("count", "total"):
            if name in self._lines:
                set_state(self._lines[name], "error", wrong)


def _shown(detail: object) -> str:
    return "" if detail is None else str(detail)


def _counted_words(piece: Evidence) -> str:
    """Return what the talks say that a piece names; nobody types such a count."""
    if not piece.linked:
        return ""
    if piece.count == 0:
        return _("what it rested on in the talks is gone")
    return _("{counted}, by the talks", counted=evidence_words(piece.source, (piece,)))
