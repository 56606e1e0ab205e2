"""Differences between two states of a project, in words for people."""

from collections.abc import Iterable

from icp_desktop.checks.grades import evidence_grade, evidence_words
from icp_desktop.documents.content import MARKET_NAMES, WEIGHT_NAMES
from icp_desktop.documents.words import REASON_NAMES, SITUATION_NAMES
from icp_desktop.i18n import _, later
from icp_desktop.model.blind_test import BlindTest
from icp_desktop.model.brand import Brand
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.forms import Decision, Form, OwnQuestionnaire, Voice
from icp_desktop.model.interview import Interview, Theme
from icp_desktop.model.judging import Judging
from icp_desktop.model.persona import Persona
from icp_desktop.model.pilot import Pilot
from icp_desktop.model.project import PageText, Profile, Project, Retirement
from icp_desktop.model.proposal import Proposal, Suggestion
from icp_desktop.model.report import Report
from icp_desktop.model.review import Review, ReviewPlan, SignOff
from icp_desktop.model.table import Table
from icp_desktop.storage.merging import Difference, What, differences
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.phrases import say_day, say_value
from icp_desktop.worksheet.shipped import worksheet_of

_LONGEST = 300
_NAMES: dict[What, str] = {
    "value": later("{field}"),
    "items": later("{field}: more entries there"),
    "missing_items": later("{field}: entries that are missing there"),
    "weight": later("{field}: how much it matters"),
    "evidence": later("{field}: more proof there"),
    "missing_evidence": later("{field}: proof that is missing there"),
    "next_test": later("{field}: the next test"),
    "reason": later("{field}: why it is not a fit"),
    "profile": later("A profile that is only there"),
    "missing_profile": later("A profile that is missing there"),
    "profile_name": later("Name of the profile"),
    "market": later("Who buys"),
    "summary": later("The one sentence"),
    "retired": later("Whether the profile is used"),
    "page": later("The one page in own words"),
    "interview": later("An interview"),
    "missing_interview": later("An interview that is missing there"),
    "theme": later("A theme"),
    "missing_theme": later("A theme that is missing there"),
    "table": later("A list"),
    "source": later("A source"),
    "missing_source": later("A source that is missing there"),
    "persona": later("A persona"),
    "missing_persona": later("A persona that is missing there"),
    "missing_table": later("A list that is missing there"),
    "questionnaire": later("A questionnaire"),
    "missing_questionnaire": later("A questionnaire that is missing there"),
    "form": later("A form that went out"),
    "missing_form": later("A form that is not known there"),
    "voice": later("A filled-in worksheet"),
    "missing_voice": later("A filled-in worksheet that is missing there"),
    "decision": later("A decision"),
    "missing_decision": later("A decision that is missing there"),
    "review_plan": later("When reviews are held"),
    "review": later("A review"),
    "missing_review": later("A review that is missing there"),
    "signoff": later("Somebody who agreed"),
    "missing_signoff": later("Somebody who agreed here alone"),
    "pilot": later("A pilot"),
    "missing_pilot": later("A pilot that is missing there"),
    "blind_test": later("A blind test"),
    "missing_blind_test": later("A blind test that is missing there"),
    "play": later("A line of the playbook"),
    "missing_play": later("A line of the playbook that is missing there"),
    "action": later("Something to be done"),
    "missing_action": later("Something to be done that is missing there"),
    "effort": later("What goes into a channel"),
    "missing_effort": later("What goes into a channel, missing there"),
    "situation": later("How many customers there are"),
    "client": later("Name of the business"),
    "name": later("Name of the project"),
    "language": later("Language of the documents"),
    "currency": later("Currency"),
    "worksheet": later("The questions of the worksheet"),
    "brand": later("Logo, colour and footer of documents"),
    "judging": later("Who counts as best and as worst"),
}


def propose_merge(ours: Project, theirs: Project, title: str) -> Proposal:
    """Return everything that differs as a proposal, each line in words."""
    worksheet = worksheet_of(ours)
    return Proposal(
        title=title,
        suggestions=tuple(
            _suggest(each, worksheet, ours, theirs) for each in differences(ours, theirs)
        ),
    )


def _suggest(each: Difference, worksheet: Worksheet, ours: Project, theirs: Project) -> Suggestion:
    return Suggestion(
        id=each.id,
        edit=each.edit,
        what=_what(each, worksheet, ours, theirs),
        ours=_say(each, each.ours, worksheet),
        theirs=_say(each, each.theirs, worksheet),
        chosen=each.chosen,
    )


def _what(each: Difference, worksheet: Worksheet, ours: Project, theirs: Project) -> str:
    profile = _profile(ours, each.place) or _profile(theirs, each.place)
    field = ""
    if each.field:
        try:
            found = worksheet.field(each.field)
            words = dict(found.words)
            market = profile.market if profile and profile.market in words else next(iter(words))
            field = words[market].label
        except KeyError:
            field = each.field
    name = _(_NAMES[each.what]).replace("{field}", field)
    return f"{name} · {profile.name}" if profile is not None else name


def _profile(project: Project, place: str) -> Profile | None:
    return next((each for each in project.profiles if each.id == place), None)


def _say(each: Difference, value: object, worksheet: Worksheet) -> str:
    return _cut(_words(each, value, worksheet))


def _words(each: Difference, value: object, worksheet: Worksheet) -> str:
    match value:
        case None:
            return ""
        case Brand():
            logo = _("a logo") if value.logo else _("no logo")
            return ", ".join(part for part in (logo, value.colour, value.footer) if part)
        case Judging():
            rules = [rule for rule in (value.best, value.worst) if rule is not None]
            conditions = [each for rule in rules for each in rule.conditions]
            return "; ".join(f"{each.column}: {each.value}" for each in conditions)
        case Retirement():
            return _("No longer used: {reason}", reason=value.reason)
        case str():
            known: dict[str, str] = {str(key): text for key, text in _choices(each)}
            return _(known[value]) if value in known else _line(each, value)
        case tuple() if each.what == "page":
            return "; ".join(item.text for item in value if isinstance(item, PageText))
        case tuple():
            return _evidence(item for item in value if isinstance(item, Evidence))
    if each.field:
        try:
            return say_value(value, worksheet.field(each.field))  # type: ignore[arg-type]
        except KeyError:
            return ""
    return _name(value)


def _name(item: object) -> str:
    """Return what a thing that is taken as a whole is called."""
    match item:
        case Profile() | Project() | Table() | Theme() | Report() | Pilot():
            return item.name
        case Persona():
            return item.title or item.occupation
        case Interview():
            return ", ".join(part for part in (item.person, item.role, item.company) if part)
        case Form() | Voice():
            return ", ".join(part for part in (item.person, item.role) if part)
        case Review() | BlindTest():
            begun = item.begun if isinstance(item, Review) else item.day
            return _("begun {day}", day=say_day(begun))
        case ReviewPlan():
            return say_day(item.next) if item.next else _("no day planned")
        case SignOff():
            return ", ".join(part for part in (item.person, item.role) if part)
        case Decision():
            return item.reason or item.by
        case OwnQuestionnaire():
            return item.id
    return ""


def _choices(each: Difference) -> Iterable[tuple[str, str]]:
    match each.what:
        case "weight":
            return WEIGHT_NAMES.items()
        case "market":
            return MARKET_NAMES.items()
        case "situation":
            return SITUATION_NAMES.items()
        case "reason":
            return REASON_NAMES.items()
    return ()


def _line(each: Difference, value: str) -> str:
    """Return a text; the questions of a worksheet are too long to be shown."""
    return _("another edition") if each.what == "worksheet" else value


def _evidence(pieces: Iterable[Evidence]) -> str:
    words = []
    for piece in pieces:
        grade = evidence_words(evidence_grade((piece,)), (piece,))
        note = piece.note or piece.reference
        words.append(f"{grade}: {note}" if note else grade)
    return "; ".join(words)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
