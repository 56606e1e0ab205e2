"""Rules that look at one profile, answer by answer."""

from collections.abc import Iterator
from decimal import Decimal

from icp_desktop.checks.grades import PROVEN, answer_grade
from icp_desktop.checks.loaded_words import loaded_words, names, plain, says_only
from icp_desktop.checks.objection_words import RuleId
from icp_desktop.checks.objections import Case, Objection
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Answer, Profile
from icp_desktop.model.values import MoneyRange, NumberRange, Pairs, Terms, Text, Value
from icp_desktop.worksheet.definitions import Field

MOST_MUSTS = 10  # more, and hardly anybody is left
_MOST_ENTRIES = 10  # of a list that is to tell good customers from others
_WIDEST = Decimal(100)  # times the low end: from a firm of five to one of five hundred
_WIDEST_AGE = 40  # years
_NARROWEST = Decimal("0.05")  # of the low end
_ENOUGH = 8  # answers from which a profile is more than a start
_FIRMS = "company."
_ONLY_OF_PEOPLE = ("people.age_range", "people.gender", "people.income", "people.family")


def vague(case: Case) -> Iterator[Objection]:
    """Answers that are nothing but words that fit any business, or the weak example itself."""
    words = loaded_words()
    for profile, answer, field in _answers(case):
        weak = plain(field.wording(profile.market).weak)
        texts = [text for text in _texts(answer.value) if text.strip()]
        said = next((text for text in texts if weak and plain(text) == weak), "")
        if not said and texts and all(says_only(text, words.vague) for text in texts):
            said = texts[0]
        if said:
            yield _about(
                "vague",
                profile,
                field,
                what=_("“{text}” would fit any business.", text=_short(said)),
            )


def too_broad(case: Case) -> Iterator[Objection]:
    """Answers that take everybody: such words, very wide ranges, very long lists."""
    words = loaded_words()
    for profile, answer, field in _answers(case):
        what = ""
        everybody = [t for t in _texts(answer.value) if says_only(t, words.broad)]
        if everybody:
            what = _("“{text}” takes everybody.", text=_short(everybody[0]))
        elif isinstance(answer.value, NumberRange | MoneyRange) and _is_wide(answer.value, field):
            what = _("The range is so wide that hardly anybody falls out of it.")
        elif _is_long(answer, field):
            what = _("The list is so long that it no longer chooses.")
        if what:
            yield _about(
                "too_broad",
                profile,
                field,
                what=what,
            )


def too_rigid(case: Case) -> Iterator[Objection]:
    """Too many musts, or a must that only one exact figure meets."""
    for profile in case.ideal:
        musts = [each for each in profile.answers if each.weight == "must" and each.value]
        if len(musts) > MOST_MUSTS:
            yield Objection(
                rule="too_rigid",
                profile=profile.id,
                field="",
                what=n_("{n} answer is a must.", "{n} answers are a must.", len(musts)),
            )
    for profile, answer, field in _answers(case):
        if (
            answer.weight == "must"
            and isinstance(answer.value, NumberRange | MoneyRange)
            and _is_narrow(answer.value)
        ):
            yield _about(
                "too_rigid",
                profile,
                field,
                what=_("Only one figure meets this must."),
                why=_("A good customer who is a little off would be ruled out."),
                fix=_("Write a range, or make it a should."),
            )


def person_in_company(case: Case) -> Iterator[Objection]:
    """A person's trait where a firm is described, or one that decides in a profile of firms."""
    words = loaded_words()
    for profile, answer, field in _answers(case):
        if profile.market != "b2b":
            continue
        found = ""
        if field.id.startswith(_FIRMS):
            found = next((n for t in _texts(answer.value) if (n := names(t, words.personal))), "")
        if found:
            yield _about(
                "person_in_company",
                profile,
                field,
                what=_("“{word}” is said of a person, not of a firm.", word=found),
            )
        elif field.id in _ONLY_OF_PEOPLE and answer.weight == "must":
            yield _about(
                "person_in_company",
                profile,
                field,
                what=_("A firm is ruled out for a trait of one person in it."),
                fix=_("Make it a nice-to-have here."),
            )


def no_must(case: Case) -> Iterator[Objection]:
    """A profile with answers enough in which nothing decides."""
    for profile in case.ideal:
        answered = [each for each in profile.answers if each.value is not None]
        if len(answered) >= _ENOUGH and not any(each.weight == "must" for each in answered):
            yield Objection(
                rule="no_must",
                profile=profile.id,
                field="",
                what=_("No answer is a must."),
            )


def wish_list(case: Case) -> Iterator[Objection]:
    """A profile with answers enough of which none is proven."""
    for profile in case.ideal:
        answered = [each for each in profile.answers if each.value is not None]
        if len(answered) >= _ENOUGH and not any(answer_grade(each) in PROVEN for each in answered):
            yield Objection(
                rule="wish_list",
                profile=profile.id,
                field="",
                what=n_(
                    "None of {n} answer is proven.", "None of {n} answers is proven.", len(answered)
                ),
            )


def _answers(case: Case) -> Iterator[tuple[Profile, Answer, Field]]:
    """Yield the answers of the profiles in use that are asked in their market."""
    for profile in case.ideal:
        asked = {
            field.id: field
            for section in case.worksheet.sections
            for field in section.asked(profile.market)
        }
        for answer in profile.answers:
            if answer.value is not None and answer.field in asked:
                yield profile, answer, asked[answer.field]


def _about(
    rule: RuleId, profile: Profile, field: Field, *, what: str, why: str = "", fix: str = ""
) -> Objection:
    label = field.wording(profile.market).label
    said = f"{label}: {what}"
    return Objection(rule=rule, profile=profile.id, field=field.id, what=said, why=why, fix=fix)


def _texts(value: Value | None) -> list[str]:
    match value:
        case Text():
            return [value.text]
        case Terms():
            return [item.text for item in value.items]
        case Pairs():
            return [item.first for item in value.items]
    return []


def _is_wide(value: NumberRange | MoneyRange, field: Field) -> bool:
    low, high = value.low, value.high
    if low is None or high is None:
        return False
    if field.id == "people.age_range":
        return high - low > _WIDEST_AGE
    return high > max(low, Decimal(1)) * _WIDEST


def _is_narrow(value: NumberRange | MoneyRange) -> bool:
    low, high = value.low, value.high
    return low is not None and high is not None and low > 1 and high - low <= low * _NARROWEST


def _is_long(answer: Answer, field: Field) -> bool:
    chooses = field.id.startswith((_FIRMS, "people."))
    return chooses and isinstance(answer.value, Terms) and len(answer.value.items) > _MOST_ENTRIES


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
