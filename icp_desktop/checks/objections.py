"""What a seasoned adviser would object to in a profile: found by rules, offline.

Each rule is a function from the case to its objections, listed once in `rules`. An objection is
silenced by its id, which stays the same for as long as it is about the same thing.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from icp_desktop.checks.objection_words import RULE_WORDS, RuleId, RuleWords
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Worksheet


@record
class Objection:
    """One thing to think about: what it is, why it matters and how to mend it.

    `profile` and `field` are ids, "" where it is about more than one. `id` is what it is silenced
    by; with `since`, a day, the same thing is raised again when its day has come another time.
    """

    rule: RuleId
    profile: str
    field: str
    what: str
    why: str = ""
    fix: str = ""
    since: str = ""

    @property
    def id(self) -> str:
        """The name it keeps for as long as it is about the same thing."""
        parts = (self.rule, self.profile, self.field, *([self.since] if self.since else []))
        return ":".join(parts)


@record
class Case:
    """What the rules look at: the project, what it asks, its profiles in use, and the day."""

    project: Project
    worksheet: Worksheet
    ideal: tuple[Profile, ...]
    negative: tuple[Profile, ...]
    today: date


@record
class Rule:
    """A rule by what it is called and says, and how it finds its objections."""

    words: RuleWords
    find: Callable[[Case], Iterator[Objection]]

    @property
    def id(self) -> RuleId:
        """The name it keeps."""
        return self.words.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.words.title


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order in which objections are told."""
    from icp_desktop.checks import rules_across, rules_over_time, rules_within

    finders = {
        "too_many": rules_across.too_many,
        "too_broad": rules_within.too_broad,
        "vague": rules_within.vague,
        "person_in_company": rules_within.person_in_company,
        "no_must": rules_within.no_must,
        "too_rigid": rules_within.too_rigid,
        "wish_list": rules_within.wish_list,
        "contradiction": rules_across.contradiction,
        "no_customer": rules_across.no_customer,
        "nearly_equal": rules_across.nearly_equal,
        "one_department": rules_across.one_department,
        "old_test": rules_over_time.old_test,
        "old_belief": rules_over_time.old_belief,
        "review_due": rules_over_time.review_due,
    }
    return tuple(Rule(words=each, find=finders[each.id]) for each in RULE_WORDS)


def objections(project: Project, worksheet: Worksheet, today: date) -> tuple[Objection, ...]:
    """Return every objection that was not silenced."""
    raised = all_objections(project, worksheet, today)
    return tuple(each for each in raised if each.id not in project.silenced)


def all_objections(project: Project, worksheet: Worksheet, today: date) -> tuple[Objection, ...]:
    """Return every objection, those that were silenced too."""
    in_use = tuple(each for each in project.profiles if each.retired is None)
    case = Case(
        project=project,
        worksheet=worksheet,
        ideal=tuple(each for each in in_use if each.kind == "ideal"),
        negative=tuple(each for each in in_use if each.kind == "negative"),
        today=today,
    )
    return tuple(_told(each, rule) for rule in rules() for each in rule.find(case))


def _told(objection: Objection, rule: Rule) -> Objection:
    """Return an objection with the reason and the way to mend it of its rule where it has none."""
    return replace(
        objection, why=objection.why or _(rule.words.why), fix=objection.fix or _(rule.words.fix)
    )
