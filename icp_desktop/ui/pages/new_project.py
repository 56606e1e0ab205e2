"""Starting a project on the page itself: three questions, no dialog."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.words import SITUATION_NAMES
from icp_desktop.i18n import _, language
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import MARKETS, SITUATIONS, Market, Profile, Project, Situation
from icp_desktop.settings import Role
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.place import FORM, SOURCES, TOUR
from icp_desktop.ui.widgets.buttons import main_button, other_button, quiet_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from icp_desktop.worksheet.method import Method

# The currencies that are offered, those of larger economies; any other one is in Settings' reach.
CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HKD", "HUF", "IDR",
    "ILS", "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "THB", "TRY",
    "UAH", "ZAR",
)  # fmt: skip


def usual_currency() -> str:
    """Return the currency of the place the system is set to, the dollar if it names none."""
    code = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return code if len(code) == 3 and code.isalpha() else "USD"


def fill_currencies(box: Combo, chosen: str) -> None:
    """Offer the currencies by code and name, with one of them chosen."""
    from babel.numbers import get_currency_name

    from icp_desktop.worksheet.phrases import babel_locale

    codes = CURRENCIES if chosen in CURRENCIES else (chosen, *CURRENCIES)
    box.clear()
    for code in codes:
        box.addItem(f"{code}  {get_currency_name(code, locale=babel_locale())}", code)
    box.show_id(chosen)


def new_project(
    client: str, market: Market, currency: str, method: "Method | None" = None
) -> Project:
    """Return an empty project with one profile; it asks the standard questions or others."""
    from icp_desktop.worksheet.method import own_questionnaires
    from icp_desktop.worksheet.shipped import standard_source

    return Project(
        id=new_id(),
        client=client,
        name=_("Ideal customers"),
        worksheet=method.worksheet if method else standard_source(),
        questionnaires=own_questionnaires(method) if method else (),
        language=language(),
        currency=currency,
        profiles=(Profile(id=new_id(), name=_("First profile"), market=market),),
    )


class NewProjectCard(Card):
    """Asks for the business, whom it sells to and its currency, then starts."""

    made = Signal(object, str)
    closed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        role: Role,
        currency: str,
        methods: "Sequence[Method]" = (),
        *,
        like: str = "",
    ) -> None:
        """Ask in the words of the role; `currency` "" takes that of the system.

        `methods` are own worksheets to start with; with `like`, whose project it is to be like, the
        only one of them is taken.
        """
        super().__init__("next")
        self._appearance, self._like = appearance, like
        whose = _("Name of the client’s business") if role == "clients" else _("Your business")
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Such as Copperkettle Brewery"))
        self.name.returnPressed.connect(lambda: self._make(self._leading()))
        self.name.textEdited.connect(lambda _text: self._show_problem(""))
        self.problem = PlainLabel("", style="caption", tone="danger", wrap=True)
        self.problem.hide()
        words = {"b2b": _("Firms"), "b2c": _("People"), "both": _("Both")}
        self.market = Segment([(each, words[each]) for each in MARKETS], name=_("Who buys"))
        self.market.show_choice("b2b")
        choices = [(each, _(SITUATION_NAMES[each])) for each in SITUATIONS]
        self.situation = Segment(choices, name=_("Customers so far"), clearable=True)
        self.situation.chosen.connect(self._on_situation)
        self.currency = Combo()
        fill_currencies(self.currency, currency or usual_currency())
        self._methods = {str(number): each for number, each in enumerate(methods)}
        self.worksheet = _questions_box(self._methods)
        self.tour_button = main_button(_("Start, one question at a time"))
        self.form_button = other_button(_("Start with the whole form"))
        self.cancel_button = quiet_button(_("Cancel"))
        self.tour_button.clicked.connect(lambda: self._make(self._leading()))
        self.form_button.clicked.connect(lambda: self._make(FORM))
        self.cancel_button.clicked.connect(self.closed)
        title = PlainLabel(_("A new profile project"), style="lead_strong")
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(title)
        if like:
            self.worksheet.show_id("0")
            self._layout.addWidget(_taken_over(like))
        self._layout.addLayout(self._questions(whose))
        self._layout.addWidget(self.problem)
        self._layout.addWidget(self._buttons())
        self._fit()
        appearance.changed.connect(self._fit)

    def start(self) -> None:
        """Be ready for the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _make(self, view: str) -> None:
        client = self.name.text().strip()
        if not client:
            self._show_problem(_("Say what the business is called; you can change it later."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        market = next(each for each in MARKETS if each == self.market.value())
        project = new_project(
            client,
            market,
            self.currency.current_id(),
            self._methods.get(self.worksheet.current_id()),
        )
        self.made.emit(replace(project, situation=self._situation()), view)

    def _situation(self) -> Situation:
        return next((each for each in SITUATIONS if each == self.situation.value()), "")

    def _leading(self) -> str:
        """Return what the main button leads to: without customers, the log of sources."""
        return SOURCES if self._situation() == "none" else TOUR

    def _on_situation(self) -> None:
        without = self._situation() == "none"
        words = _("Start with outside sources") if without else _("Start, one question at a time")
        self.tour_button.set_words(words)

    def _show_problem(self, sentence: str) -> None:
        set_state(self.name, "error", bool(sentence))
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _questions(self, whose: str) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.addWidget(_labelled(whose, self.name))
        pair = QWidget()
        self._pair = FlowLayout(pair, gap=24, row_gap=12)
        self._pair.addWidget(_labelled(_("Who buys from you?"), self.market))
        self._pair.addWidget(_labelled(_("Customers so far"), self.situation))
        self._pair.addWidget(_labelled(_("Currency"), self.currency))
        if self.worksheet.count() > 1 and not self._like:
            self._pair.addWidget(_labelled(_("Questions"), self.worksheet))
        rows.addWidget(pair)
        self._rows = rows
        return rows

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=12, row_gap=8)
        for button in (self.tour_button, self.form_button, self.cancel_button):
            flow.addWidget(button)
        return holder

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(20), px(16), px(20), px(16))
        self._layout.setSpacing(px(12))
        self._rows.setSpacing(px(12))


def _questions_box(methods: "dict[str, Method]") -> Combo:
    """Return the choice of what is asked, the standard questions first."""
    box = Combo()
    box.addItem(_("The standard questions"), "")
    for number, each in methods.items():
        box.addItem(each.title, number)
    return box


def _taken_over(client: str) -> PlainLabel:
    """Say what a project that is like another takes over from it, and what it does not."""
    words = _(
        "Takes over the questions, questionnaires, logo and colour of “{client}”. No answer, "
        "person, list or note of theirs comes with it.",
        client=client,
    )
    return PlainLabel(words, tone="ink2", wrap=True)


def _labelled(words: str, editor: QWidget) -> QWidget:
    """Return an editor with its label above it, known to each other."""
    holder = QWidget()
    label: QLabel = PlainLabel(words, style="strong")
    label.setBuddy(editor)
    if not isinstance(editor, Segment):
        editor.setAccessibleName(words)
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(6)
    rows.addWidget(label)
    line = QHBoxLayout()
    line.addWidget(editor, 2 if isinstance(editor, QLineEdit) else 0)
    line.addStretch(1)
    rows.addLayout(line)
    return holder
