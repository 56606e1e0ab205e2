"""What is not yet proven, in words: the claim, what hangs on it, the test, who and when."""

from icp_desktop.checks.assumptions import Assumption, find_assumptions
from icp_desktop.checks.grades import evidence_words
from icp_desktop.documents.content import WEIGHT_NAMES, Unproven
from icp_desktop.documents.proofs import say_who
from icp_desktop.documents.words import reason_words
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import NEGATIVE_WEIGHTS, Profile, Project
from icp_desktop.worksheet.definitions import Worksheet


def list_unproven(project: Project, profile: Profile, worksheet: Worksheet) -> tuple[Unproven, ...]:
    """Return what is only believed or disputed, what decides most first."""
    found = find_assumptions(project, profile, worksheet)
    return tuple(_unproven(each, profile) for each in found)


def unproven_lead(unproven: tuple[Unproven, ...]) -> str:
    """Return the finding: how many answers rest on what, and how many of them decide."""
    if not unproven:
        return _("Every answer given so far is proven, and nothing speaks against one of them.")
    believed = sum(each.grade in ("assumption", "team") for each in unproven)
    decide = sum(each.weight in ("must", "rules_out") for each in unproven)
    disputed = len(unproven) - believed
    parts = []
    if believed:
        parts.append(
            n_(
                "{n} answer rests on a guess or on what colleagues say.",
                "{n} answers rest on a guess or on what colleagues say.",
                believed,
            )
        )
    if disputed:
        parts.append(
            n_("{n} is proven but disputed.", "{n} are proven but disputed.", disputed)
            if believed
            else n_(
                "{n} answer is proven but disputed.",
                "{n} answers are proven but disputed.",
                disputed,
            )
        )
    if decide and decide < len(unproven):
        parts.append(
            n_(
                "{n} of them decides who is let in or turned away: it stands first.",
                "{n} of them decide who is let in or turned away: they stand first.",
                decide,
            )
        )
    return " ".join(parts)


def _unproven(each: Assumption, profile: Profile) -> Unproven:
    carrier = each.items[0] if each.test_item else each.answer
    evidence = (*carrier.evidence, *(each.answer.evidence if each.test_item else ()))
    behind = [piece for piece in evidence if piece.source == each.grade and piece.speaks_for]
    return Unproven(
        profile_id=each.profile.id,
        field_id=each.field.id,
        kind_words=_("Not a fit") if each.profile.id != profile.id else "",
        label=each.label,
        weight=each.weight,
        weight_words=_(WEIGHT_NAMES[each.weight]),
        reason=reason_words(each.answer.reason) if each.weight in NEGATIVE_WEIGHTS else "",
        grade=each.grade,
        proof_words=evidence_words(each.grade, behind, each.profile.kind),
        disputed=each.disputed,
        words=each.words,
        hangs=" ".join(each.hangs),
        test=each.test.what.strip(),
        keep_if=each.test.keep_if.strip(),
        who=each.test.who.strip(),
        by=each.test.by,
        who_words=say_who(each.test),
    )
