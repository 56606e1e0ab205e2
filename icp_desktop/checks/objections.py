"""What a seasoned adviser would object to in a profile: found by rules, offline.

Each rule is a function from the case to its objections, listed once in `RULES`. An objection is
silenced by its id, which stays the same for as long as it is about the same thing.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

from icp_desktop.i18n import later
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Worksheet

RuleId = Literal[
    "vague", "too_broad", "too_rigid", "person_in_company", "contradiction", "no_customer",
    "nearly_equal", "too_many", "one_department", "old_test", "no_must", "wish_list",
]  # fmt: skip


@record
class Objection:
    """One thing to think about: what it is, why it matters and how to mend it.

    `profile` and `field` are ids, "" where it is about more than one. `id` is what it is silenced
    by.
    """

    rule: RuleId
    profile: str
    field: str
    what: str
    why: str
    fix: str

    @property
    def id(self) -> str:
        """The name it keeps for as long as it is about the same thing."""
        return f"{self.rule}:{self.profile}:{self.field}"


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
    """A rule by id, what it is called, and how it finds its objections."""

    id: RuleId
    title: str
    find: Callable[[Case], Iterator[Objection]]


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order in which objections are told."""
    from icp_desktop.checks import rules_across, rules_within

    return (
        Rule(id="too_many", title=later("More than three profiles"), find=rules_across.too_many),
        Rule(id="too_broad", title=later("Too broad"), find=rules_within.too_broad),
        Rule(id="vague", title=later("Says little"), find=rules_within.vague),
        Rule(
            id="person_in_company",
            title=later("A person in the profile of a firm"),
            find=rules_within.person_in_company,
        ),
        Rule(id="no_must", title=later("Nothing is a must"), find=rules_within.no_must),
        Rule(id="too_rigid", title=later("Too rigid"), find=rules_within.too_rigid),
        Rule(id="wish_list", title=later("A wish list"), find=rules_within.wish_list),
        Rule(
            id="contradiction",
            title=later("Answers that contradict each other"),
            find=rules_across.contradiction,
        ),
        Rule(
            id="no_customer",
            title=later("A must that no customer meets"),
            find=rules_across.no_customer,
        ),
        Rule(
            id="nearly_equal",
            title=later("Two profiles that are nearly the same"),
            find=rules_across.nearly_equal,
        ),
        Rule(
            id="one_department",
            title=later("Only one department was heard"),
            find=rules_across.one_department,
        ),
        Rule(id="old_test", title=later("A test that is overdue"), find=rules_within.old_test),
    )


def objections(project: Project, worksheet: Worksheet, today: date) -> tuple[Objection, ...]:
    """Return every objection that was not silenced."""
    in_use = tuple(each for each in project.profiles if each.retired is None)
    case = Case(
        project=project,
        worksheet=worksheet,
        ideal=tuple(each for each in in_use if each.kind == "ideal"),
        negative=tuple(each for each in in_use if each.kind == "negative"),
        today=today,
    )
    found = (each for rule in rules() for each in rule.find(case))
    return tuple(each for each in found if each.id not in project.silenced)
