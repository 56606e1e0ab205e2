"""A finding becomes an answer with its proof, in one step."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from icp_desktop.i18n import _
from icp_desktop.insight.analysis import Analysis
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.matching import CellKind, choice_meant, make_matcher
from icp_desktop.insight.traits import Trait
from icp_desktop.insight.words import say_trait_value, sentence
from icp_desktop.model.edits import (
    AddProfile,
    Edit,
    SetEvidence,
    SetValue,
    SetWeight,
    Together,
)
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.record import record
from icp_desktop.model.values import (
    Choice,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.worksheet.definitions import Field, Worksheet

How = Literal["new", "confirms", "replaces", "against"]


@record
class Use:
    """What a finding would do to a field of a profile.

    `how` says whether it answers an open field or adds an entry (new), bears an answer out
    (confirms), puts another in its place (replaces), or speaks against it.
    """

    profile: Profile
    field: Field
    before: Answer
    after: Answer
    how: How
    edit: Edit
    added_profile: bool = False


def fields_for(trait: Trait, worksheet: Worksheet, profile: Profile) -> tuple[Field, ...]:
    """Return the fields a trait can answer, the one its column means first."""
    asked = [
        field
        for section in worksheet.sections
        if section.scope == "profile"
        for field in section.asked(profile.market)
        if _value(trait, field, None) is not None
    ]
    return tuple(sorted(asked, key=lambda field: field.id != trait.feature.meaning))


def profile_for(project: Project, analysis: Analysis, chosen: Profile | None) -> Profile | None:
    """Return the profile that findings go to: of the worst, the one that is not a fit.

    Deals are not customers: what sets won ones apart proves no answer by itself, so None.
    """
    if analysis.subject in ("won", "quick"):
        return None
    if analysis.subject != "worst":
        return chosen if chosen is not None and chosen.kind == "ideal" else None
    return negative_of(project, chosen)


def negative_of(project: Project, chosen: Profile | None) -> Profile:
    """Return the profile that says who is not a fit, a new one if there is none yet."""
    for profile in project.profiles:
        if profile.kind == "negative" and profile.retired is None:
            return profile
    market = chosen.market if chosen is not None else "both"
    return Profile(id=new_id(), name=_("Not a fit"), market=market, kind="negative")


def use_finding(
    finding: Finding, analysis: Analysis, project: Project, profile: Profile, field: Field
) -> Use | None:
    """Return what a finding does to a field, None where the field can't take it."""
    return use_proof(finding, _proof(finding, analysis), project, profile, field)


def use_proof(
    finding: Finding, proof: Evidence, project: Project, profile: Profile, field: Field
) -> Use | None:
    """Return what a finding does to a field with a proof that was written for it."""
    before = profile.answer(field.id)
    if finding.counts.gap < 0:
        return _speak_against(finding, proof, project, profile, field)
    value = _value(finding.trait, field, before.value)
    if value is None:
        return None
    how, after = _taken(before, value, proof, finding.trait, field)
    if profile.kind == "negative" and before.value is None:
        after = replace(after, weight="warns")
    return _make_use(project, profile, field, before, after, how)


def _make_use(
    project: Project, profile: Profile, field: Field, before: Answer, after: Answer, how: How
) -> Use:
    added = all(each.id != profile.id for each in project.profiles)
    label = _("proof for “{field}”", field=field.wording(profile.market).label)
    place, name = profile.id, field.id
    edits: tuple[Edit, ...] = (
        SetValue(place=place, field=name, value=after.value),
        SetEvidence(place=place, field=name, evidence=after.evidence),
        SetWeight(place=place, field=name, weight=after.weight),
    )
    if added:
        edits = (AddProfile(profile=profile), *edits)
    return Use(
        profile=profile,
        field=field,
        before=before,
        after=after,
        how=how,
        edit=Together(edits=edits, label=label),
        added_profile=added,
    )


def _speak_against(
    finding: Finding, proof: Evidence, project: Project, profile: Profile, field: Field
) -> Use | None:
    """A trait the best have less often speaks against an answer that names it, and no other."""
    before = profile.answer(field.id)
    if before.value is None or not _names(before.value, field, finding.trait):
        return None
    against = replace(proof, against=True)
    if isinstance(before.value, Terms | Pairs):
        kept = [
            replace(item, evidence=_with(item.evidence, against))
            if _same(_named(item), finding.trait.value)
            else item
            for item in before.value.items
        ]
        after = replace(before, value=_with_items(before.value, kept))
    else:
        after = replace(before, evidence=_with(before.evidence, against))
    return _make_use(project, profile, field, before, after, "against")


def _taken(
    before: Answer, value: Value, proof: Evidence, trait: Trait, field: Field
) -> tuple[How, Answer]:
    match value:
        case Terms() | Pairs():
            return _taken_into_list(before, value, proof)
        case Text() if isinstance(before.value, Text) and before.value.text.strip():
            if _names(before.value, field, trait):
                return "confirms", replace(before, evidence=_with(before.evidence, proof))
            both = Text(text=f"{before.value.text.rstrip()}, {value.text}")
            return "new", replace(before, value=both, evidence=_with(before.evidence, proof))
    evidence = _with(before.evidence, proof)
    if before.value is None:
        return "new", replace(before, value=value, evidence=evidence)
    if before.value == value or _contains(before.value, value):
        return "confirms", replace(before, evidence=evidence)
    return "replaces", replace(before, value=value, evidence=(proof,))


def _taken_into_list(before: Answer, value: Terms | Pairs, proof: Evidence) -> tuple[How, Answer]:
    (new,) = value.items
    items = before.value.items if isinstance(before.value, Terms | Pairs) else ()
    found = any(_same(_named(item), _named(new)) for item in items)
    kept = [
        replace(item, evidence=_with(item.evidence, proof))
        if _same(_named(item), _named(new))
        else item
        for item in items
    ]
    if not found:
        kept.append(replace(new, evidence=(proof,)))
    filled = _with_items(value, kept)
    return ("confirms" if found else "new"), replace(before, value=filled)


def _named(item: Term | Pair) -> str:
    return item.text if isinstance(item, Term) else item.first


def _with_items(value: Terms | Pairs, items: Sequence[Term | Pair]) -> Terms | Pairs:
    if isinstance(value, Terms):
        return Terms(items=tuple(item for item in items if isinstance(item, Term)))
    return Pairs(items=tuple(item for item in items if isinstance(item, Pair)))


def _value(trait: Trait, field: Field, before: Value | None) -> Value | None:
    """Return a trait as an answer to a field, None where it can't be one."""
    words = trait.value or say_trait_value(trait)
    match field.kind:
        case "terms":
            return Terms(items=(Term(id=new_id(), text=words),))
        case "pairs":
            return Pairs(items=(Pair(id=new_id(), first=words),))
        case "text":
            return Text(text=words)
        case "choice":
            meant = choice_meant(trait.value, field) if trait.value else ""
            return Choice(choice=meant) if meant else None
        case "yes_no":
            return YesNo(yes=trait.wanted) if trait.kind == "yes_no" else None
        case "number_range" | "money_range":
            return _range(trait, field, before)
    return None


def _range(trait: Trait, field: Field, before: Value | None) -> Value | None:
    if trait.span is None or trait.feature.type == "date":
        return None
    low, high = (None if end is None else _exact(end) for end in (trait.span.low, trait.span.last))
    units = [unit.id for unit in field.units]
    unit = trait.feature.unit if trait.feature.unit in units else ""
    if not unit and isinstance(before, NumberRange | MoneyRange):
        unit = before.unit
    unit = unit or (units[0] if units else "")
    if field.kind == "number_range":
        return NumberRange(low=low, high=high, unit=unit)
    currency = trait.feature.currency
    if not currency and isinstance(before, MoneyRange):
        currency = before.currency
    return MoneyRange(low=low, high=high, currency=currency, unit=unit) if currency else None


def _exact(number: float) -> Decimal:
    figure = Decimal(repr(number))
    return figure.quantize(Decimal(1)) if figure == figure.to_integral_value() else figure


def _contains(before: Value, value: Value) -> bool:
    """Say whether a range lies in the one that was answered."""
    if not isinstance(before, NumberRange | MoneyRange) or type(before) is not type(value):
        return False
    assert isinstance(value, NumberRange | MoneyRange)
    low = before.low is None or (value.low is not None and value.low >= before.low)
    high = before.high is None or (value.high is not None and value.high <= before.high)
    return low and high and before.unit == value.unit


def _names(value: Value, field: Field, trait: Trait) -> bool:
    kind = CellKind(type=trait.feature.type)
    return make_matcher(value, field, kind)(trait.value or None) is True


def _same(text: str, *others: str) -> bool:
    return any(text.strip().casefold() == other.strip().casefold() for other in others)


def _with(evidence: tuple[Evidence, ...], proof: Evidence) -> tuple[Evidence, ...]:
    """Add a count; an older one of the same list and side, or of an earlier list, gives way."""
    kept = tuple(
        each
        for each in evidence
        if not (
            each.table
            and each.against == proof.against
            and (each.earlier or each.reference == proof.reference)
        )
    )
    return (*kept, proof)


def _proof(finding: Finding, analysis: Analysis) -> Evidence:
    return Evidence(
        id=new_id(),
        source="customers",
        note=sentence(finding, analysis.subject),
        reference=analysis.customers.name,
        day=analysis.customers.day,
        count=finding.counts.best,
        total=finding.counts.of_best,
        table=analysis.customers.digest,
    )
