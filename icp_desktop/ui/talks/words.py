"""What talks, people and consent are called on screen."""

from datetime import date

from icp_desktop.i18n import _, later, n_
from icp_desktop.model.interview import Consent, Group, Interview
from icp_desktop.worksheet.phrases import say_day

CONSENT_CHOICES: dict[Consent, str] = {
    "none": later("Not asked yet"),
    "internal": later("For us only"),
    "anonymous": later("Quote without the name"),
    "named": later("Quote by name"),
}
_CONSENT_SENTENCES: dict[Consent, str] = {
    "none": later("Not asked yet whether this may be quoted."),
    "internal": later("For us only: not to be quoted."),
    "anonymous": later("May be quoted without the name."),
    "named": later("May be quoted by name."),
}
GROUP_NAMES: dict[Group, str] = {
    "customer": later("Customer"),
    "lost": later("Customer who left, or did not buy"),
    "prospect": later("Not a customer yet"),
    "colleague": later("Colleague"),
}


def consent_sentence(talk: Interview, today: date) -> str:
    """Say in one sentence what may be done with a talk."""
    if talk.permission.withdrawn is not None:
        day = say_day(talk.permission.withdrawn)
        return _("Consent withdrawn on {day}: not counted, and in no document.", day=day)
    until = talk.permission.keep_until
    if until is not None and until < today:
        return _(
            "It was to be kept until {day}. “Forget this person” takes it out.", day=say_day(until)
        )
    return _(_CONSENT_SENTENCES[talk.consent])


def who_words(talk: Interview) -> str:
    """Return who was talked to, in the order of what is known: the name, role or company."""
    named = talk.person.strip() or talk.role.strip() or talk.company.strip()
    if named:
        return named
    return n_("a group of {n}", "a group of {n}", talk.people) if talk.people > 1 else ""


def talk_name(talk: Interview, number: int) -> str:
    """Return "Interview 9: Nadia F."."""
    who = who_words(talk)
    if not who:
        return _("Interview {n}", n=number)
    return _("Interview {n}: {who}", n=number, who=who)


def heard_words(talk: Interview, number: int) -> str:
    """Return who said something and when: "Nadia F., 12 November 2026"."""
    who = who_words(talk) or _("Interview {n}", n=number)
    return f"{who}, {say_day(talk.day)}" if talk.day else who
