"""What a form asks and says, before any format: the same for PDF, workbook, paper and e-mail."""

import json
from collections.abc import Iterator
from datetime import date

from icp_desktop.documents.content import Paper
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later, n_
from icp_desktop.model.forms import WORKSHEET_FORM, Form
from icp_desktop.model.project import Market, Project
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Field, Option, Question, Questionnaire, Worksheet
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.shipped import worksheet_of
from icp_desktop.worksheet.toml_source import read_questionnaire

FORM_FORMAT = 1  # the version of the token and of the names of controls
NAME, ROLE, DAY, CONSENT = "h_name", "h_role", "h_day", "h_consent"
CONSENT_CHOICES: tuple[Option, ...] = (
    Option(id="named", label=later("Yes, with my name")),
    Option(id="anonymous", label=later("Yes, without my name")),
    Option(id="internal", label=later("Read it, but do not quote it")),
    Option(id="none", label=later("No")),
)
_SECONDS = {"short": 30, "text": 90, "long": 180}


@record
class FormRequest:
    """What a form is made from; `today` is the only date it knows."""

    project: Project
    form: Form
    today: date
    paper: Paper = "A4"
    prepared_by: str = ""


@record
class Token:
    """What a file says of itself in a hidden field: whose it is, and which form."""

    form: str
    project: str
    questionnaire: str
    edition: int
    person: str = ""
    format: int = FORM_FORMAT


@record
class Ask:
    """One question on a form: its number, what is asked, and the kind of answer."""

    number: int
    text: str
    hint: str
    field: Field
    market: Market = "both"
    example: str = ""

    @property
    def guidance(self) -> str:
        """What stands under the question: what is meant, and how to answer."""
        return " ".join(part for part in (self.hint, self._how()) if part)

    @property
    def ticked(self) -> bool:
        """Say whether it is answered by ticking boxes."""
        return self.field.kind == "terms" and bool(self.field.choices)

    @property
    def first_label(self) -> str:
        """What the first half of a pair is called."""
        return self.field.wording(self.market).first

    @property
    def second_label(self) -> str:
        """What the second half of a pair is called."""
        return self.field.wording(self.market).second

    def _how(self) -> str:
        match self.field.kind:
            case "choice":
                return _("Choose one.")
            case "terms" if not self.field.choices:
                return _("One a line.")
            case "date":
                return _("Such as {day}.", day=say_day(date(2026, 11, 21)))
        return ""


@record
class FormPart:
    """Questions that stand together, under a head if there are several parts."""

    label: str
    lead: str
    asks: tuple[Ask, ...]


@record
class FormContent:
    """Everything a form says."""

    token: Token
    kind_words: str
    title: str
    lead: str
    client: str
    footer: str
    language: str
    currency: str
    person: str
    role: str
    asks_consent: bool
    parts: tuple[FormPart, ...]

    def asks(self) -> Iterator[Ask]:
        """Yield every question in order."""
        for part in self.parts:
            yield from part.asks


def make_form_content(request: FormRequest) -> FormContent:
    """Gather what a form asks; raise KnownError if its questions can't be used."""
    form, project = request.form, request.project
    parts = form_parts(form, project)
    asked = _asked(form)
    asks = [ask for part in parts for ask in part.asks]
    return FormContent(
        token=Token(
            form=form.id,
            project=project.id,
            questionnaire=form.questionnaire,
            edition=form.edition,
            person=form.person,
        ),
        kind_words=_("Questionnaire") if asked else _("Worksheet"),
        title=form.title,
        lead=_lead(asked, asks),
        client=project.client,
        footer=_footer(request),
        language=project.language,
        currency=project.currency,
        person=form.person,
        role=form.role,
        asks_consent=asked is not None and asked.audience in ("customer", "lost", ""),
        parts=parts,
    )


def form_parts(form: Form, project: Project) -> tuple[FormPart, ...]:
    """Return what a form asks, as it was asked when it was sent."""
    asked = _asked(form)
    if asked is not None:
        asks = tuple(_of_question(n, each) for n, each in enumerate(asked.questions, 1))
        return (FormPart(label="", lead="", asks=asks),)
    return _of_worksheet(worksheet_of(project), market_of(form, project))


def market_of(form: Form, project: Project) -> Market:
    """Return the market a worksheet is worded for."""
    found = (profile.market for profile in project.profiles if profile.id == form.profile)
    return next(found, "both")


def write_token(token: Token) -> str:
    """Return a token as the text of the hidden field."""
    data = {
        "icp-form": token.format,
        "form": token.form,
        "project": token.project,
        "questionnaire": token.questionnaire,
        "edition": token.edition,
        "for": token.person,
    }
    return json.dumps(data, ensure_ascii=False)


def read_token(text: str) -> Token | None:
    """Return the token in a hidden field, None if there is none of ours."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("icp-form"), int):
        return None
    words = [data.get(name, "") for name in ("form", "project", "questionnaire", "for")]
    edition = data.get("edition", 1)
    if not all(isinstance(each, str) for each in words) or not isinstance(edition, int):
        return None
    form, project, questionnaire, person = (str(each)[:200] for each in words)
    return Token(
        form=form,
        project=project,
        questionnaire=questionnaire,
        edition=edition,
        person=person,
        format=data["icp-form"],
    )


def _asked(form: Form) -> Questionnaire | None:
    """Return the questions of a form as they were sent, None for the worksheet."""
    if form.questionnaire == WORKSHEET_FORM:
        return None
    if not form.source:
        raise KnownError(_("The questions of this form are not known any more."))
    return read_questionnaire(form.source)


def _of_question(number: int, question: Question) -> Ask:
    return Ask(number=number, text=question.text, hint=question.hint, field=question.as_field())


def _of_worksheet(worksheet: Worksheet, market: Market) -> tuple[FormPart, ...]:
    parts, number = [], 0
    for section in worksheet.sections:
        asks = []
        for field in section.core(market):
            number += 1
            words = field.wording(market)
            example = _("For instance: {example}", example=words.good) if words.good else ""
            asks.append(
                Ask(
                    number=number,
                    text=words.question or words.label,
                    hint=words.why,
                    field=field,
                    market=market,
                    example=example,
                )
            )
        if asks:
            words_of = section.wording(market)
            parts.append(FormPart(label=words_of.label, lead=words_of.lead, asks=tuple(asks)))
    return tuple(parts)


def _lead(asked: Questionnaire | None, asks: list[Ask]) -> str:
    seconds = sum(_SECONDS[ask.field.size] for ask in asks)
    minutes = max(5, round(seconds / 300) * 5)
    how = _(
        "Type into the fields, save the file and send it back. Leave empty what you don’t know."
    )
    if asked is not None:
        return f"{asked.lead} {how}"
    takes = n_(
        "We want to hear from each of you what our best customers are like, before we compare. It "
        "takes about {n} minute.",
        "We want to hear from each of you what our best customers are like, before we compare. It "
        "takes about {n} minutes.",
        minutes,
    )
    return f"{takes} {how}"


def _footer(request: FormRequest) -> str:
    form = request.form
    sent = _("sent {day}", day=say_day(form.sent))
    who = ", ".join(each for each in (form.person, form.role) if each)
    parts = (
        request.project.client,
        _("{title}, edition {n}", title=form.title, n=form.edition),
        _("for {who}", who=who) if who else "",
        sent,
        request.project.brand.footer or request.prepared_by,
    )
    return " · ".join(part for part in parts if part)
