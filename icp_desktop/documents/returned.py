"""What a form that came back says: whose it is, which form, and each answer as a value."""

import hashlib
from collections.abc import Mapping
from datetime import date

from icp_desktop.documents.form_content import (
    CONSENT,
    CONSENT_CHOICES,
    DAY,
    FORM_FORMAT,
    NAME,
    ROLE,
    Ask,
    Token,
    form_parts,
    read_token,
)
from icp_desktop.documents.form_controls import (
    TOKEN,
    control_name,
    join_value,
    parts_of,
    show_raw,
)
from icp_desktop.documents.form_text import numbered
from icp_desktop.documents.raw_form import RawForm, RawValue
from icp_desktop.documents.raw_workbook import FORMULA, LOST
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_, using
from icp_desktop.model.forms import WORKSHEET_FORM, Form
from icp_desktop.model.interview import CONSENTS, Consent
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.values import Day, Value
from icp_desktop.worksheet.days import read_day
from icp_desktop.worksheet.definitions import Questionnaire
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.questionnaires import find_questionnaire, source_of
from icp_desktop.worksheet.reading import clean, read_value
from icp_desktop.worksheet.shipped import worksheet_of

_LONGEST_LINE = 200
Controls = Mapping[str, RawValue]


@record
class Given:
    """One answer: the value, or what was found and why it can't be understood."""

    ask: Ask
    value: Value | None
    found: str = ""
    problem: str = ""


@record
class Returned:
    """A form that came back, understood; `form` is the one that went out."""

    name: str
    digest: str
    form: Form
    person: str
    role: str
    day: date | None
    consent: Consent
    answers: tuple[Given, ...]
    asked: int
    notes: tuple[str, ...] = ()


class ForeignFileError(KnownError):
    """A file is sound, but not a form that was sent from here."""


def digest_of(data: bytes) -> str:
    """Return what a file is known by when it comes again."""
    return hashlib.sha256(data).hexdigest()


def understand(name: str, digest: str, raw: RawForm, project: Project) -> Returned:
    """Return what a form says; raise KnownError of one sentence where it is not one of ours."""
    controls = raw.values
    token = _token(name, controls)
    _check_origin(name, token, project)
    _check_new(name, digest, project)
    form, notes = _form_of(name, token, project)
    asks = [ask for part in form_parts(form, project) for ask in part.asks]
    with using(project.language):  # in which the choices were offered
        found = (_given(ask, controls, project) for ask in asks)
        answers = tuple(given for given in found if given is not None)
    if not answers:
        raise KnownError(
            _(
                "Nothing is filled in in “{name}”. Perhaps it was sent back without being saved; "
                "ask for it once more.",
                name=name,
            )
        )
    if [given.problem for given in answers] == [_cell_problem(LOST)] * len(asks):
        raise KnownError(
            _(
                "No cell for an answer is where it was in “{name}”, so nothing can be read from "
                "it. Open it and type the answers in, or ask for it once more.",
                name=name,
            )
        )
    day, day_note = _day(controls)
    return Returned(
        name=name,
        digest=digest,
        form=form,
        person=_line(controls, NAME) or form.person,
        role=_line(controls, ROLE) or form.role,
        day=day,
        consent=_consent(controls),
        answers=answers,
        asked=len(asks),
        notes=(*notes, *day_note, *_filled(len(answers), len(asks)), *_again(form)),
    )


def _token(name: str, controls: Controls) -> Token:
    token = read_token(controls.get(TOKEN, RawValue()).text)
    if token is None:
        raise ForeignFileError(
            _(
                "“{name}” can be filled in, but it is not a form that was sent from here. Open it "
                "and type the answers in.",
                name=name,
            )
        )
    if token.format > FORM_FORMAT:
        raise KnownError(
            _(
                "“{name}” was made by a newer version of this program. Install that version, then "
                "take the form in.",
                name=name,
            )
        )
    return token


def _check_origin(name: str, token: Token, project: Project) -> None:
    if token.project != project.id:
        raise KnownError(
            _(
                "“{name}” was sent from another project. Open that project and take it in there.",
                name=name,
            )
        )


def _check_new(name: str, digest: str, project: Project) -> None:
    for form in project.forms:
        for came in form.returns:
            if came.digest == digest:
                raise KnownError(
                    _(
                        "“{name}” was taken in before, on {day}. It is the same file, so nothing "
                        "is new in it.",
                        name=name,
                        day=say_day(came.day),
                    )
                )


def _form_of(name: str, token: Token, project: Project) -> tuple[Form, tuple[str, ...]]:
    """Return the form that went out; one that is not listed is made up from its token."""
    known = next((form for form in project.forms if form.id == token.form), None)
    current = _current_edition(token.questionnaire, project)
    if known is not None:
        return known, _edition_notes(known.edition, current, known)
    if current is None or token.edition > current.edition:
        raise KnownError(
            _(
                "“{name}” asks edition {n} of questions that this project does not have. Take the "
                "project file of whoever sent it, then this form.",
                name=name,
                n=token.edition,
            )
        )
    form = Form(
        id=token.form,
        questionnaire=token.questionnaire,
        title=current.title,
        edition=token.edition,
        sent=date.min,
        channel="pdf",
        source=current.source,
        profile=next((p.id for p in project.profiles if p.kind == "ideal"), ""),
        person=token.person,
    )
    unlisted = _("It is not in the list of forms that are out; it will be added.")
    return form, (unlisted, *_edition_notes(token.edition, current, None))


@record
class _Current:
    title: str
    edition: int
    source: str
    asked: Questionnaire | None


def _current_edition(questionnaire_id: str, project: Project) -> _Current | None:
    if questionnaire_id == WORKSHEET_FORM:
        worksheet = worksheet_of(project)
        return _Current(
            title=_("Who is our ideal customer?"), edition=worksheet.edition, source="", asked=None
        )
    asked = find_questionnaire(project, questionnaire_id)
    if asked is None:
        return None
    source = source_of(project, questionnaire_id)
    return _Current(title=asked.title, edition=asked.edition, source=source, asked=asked)


def _edition_notes(edition: int, current: _Current | None, form: Form | None) -> tuple[str, ...]:
    if current is None or edition >= current.edition:
        return ()
    older = _(
        "It was filled in on edition {old}; the present one is edition {new}.",
        old=edition,
        new=current.edition,
    )
    if form is None or current.asked is None or not form.source:
        return (f"{older} {_('Only questions that are still asked could be read.')}",)
    from icp_desktop.worksheet.toml_source import read_questionnaire

    before = {each.id: each.text for each in read_questionnaire(form.source).questions}
    now = {each.id: each.text for each in current.asked.questions}
    same = sum(now.get(each) == text for each, text in before.items())
    kept = n_(
        "{n} of its {all} questions is asked the same way today.",
        "{n} of its {all} questions are asked the same way today.",
        same,
        all=len(before),
    )
    return (f"{older} {kept}",)


def _given(ask: Ask, controls: Controls, project: Project) -> Given | None:
    """Return what was answered to a question, None if nothing was."""
    raw = {
        part: controls[name]
        for part in parts_of(ask.field)
        if (name := control_name(ask.field.id, part)) in controls
    }
    if not raw and (reply := controls.get(numbered(ask.number))) is not None:
        return _of_reply(ask, reply.text, project)
    problem = next((value.problem for value in raw.values() if value.problem), "")
    if problem:
        return Given(ask=ask, value=None, problem=_cell_problem(problem))
    try:
        value = join_value(raw, ask.field, project.currency)
    except KnownError as error:
        return Given(ask=ask, value=None, found=clean(show_raw(raw)), problem=str(error))
    return None if value is None else Given(ask=ask, value=value)


def _of_reply(ask: Ask, text: str, project: Project) -> Given | None:
    """Return what was written below a question in an e-mail."""
    try:
        if ask.field.kind == "date":
            value: Value | None = Day(day=read_day(text))
        else:
            value = read_value(text, ask.field, project.currency)
    except KnownError as error:
        return Given(ask=ask, value=None, found=text, problem=str(error))
    return None if value is None else Given(ask=ask, value=value)


def _cell_problem(problem: str) -> str:
    if problem == FORMULA:
        return _("The cell holds a formula that was never worked out.")
    if problem == LOST:
        return _("The cell for this answer is not there any more.")
    return problem


def _line(controls: Controls, name: str) -> str:
    return " ".join(clean(controls.get(name, RawValue()).text).split())[:_LONGEST_LINE]


def _day(controls: Controls) -> tuple[date | None, tuple[str, ...]]:
    value = controls.get(DAY, RawValue())
    if value.day is not None or not value.text.strip():
        return value.day, ()
    try:
        return read_day(value.text), ()
    except KnownError as error:
        return None, (str(error),)


def _consent(controls: Controls) -> Consent:
    """Return what the person allows; where nothing is said, nothing."""
    said = controls.get(CONSENT, RawValue()).text.strip().casefold()
    for option in CONSENT_CHOICES:
        if said in (option.id, _(option.label).casefold()):
            return next(each for each in CONSENTS if each == option.id)
    return "none"


def _filled(filled: int, asked: int) -> tuple[str, ...]:
    if filled == asked:
        return ()
    return (
        n_(
            "{n} of {all} questions is answered.",
            "{n} of {all} questions are answered.",
            filled,
            all=asked,
        ),
    )


def _again(form: Form) -> tuple[str, ...]:
    if not form.returns:
        return ()
    return (
        _(
            "This form came back before, on {day}. What says the same is left out.",
            day=say_day(form.returns[-1].day),
        ),
    )
