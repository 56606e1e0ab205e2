"""What the rules of the checker are called, what they look for, why it matters, how to mend it."""

from typing import Literal

from icp_desktop.i18n import later
from icp_desktop.model.record import record

RuleId = Literal[
    "vague", "too_broad", "too_rigid", "person_in_company", "contradiction", "no_customer",
    "nearly_equal", "too_many", "one_department", "old_test", "old_belief", "review_due", "no_must",
    "wish_list",
]  # fmt: skip


@record
class RuleWords:
    """The words of a rule; `why` and `fix` go with each objection that has none of its own."""

    id: RuleId
    title: str
    when: str
    why: str
    fix: str


RULE_WORDS: tuple[RuleWords, ...] = (
    RuleWords(
        id="too_many",
        title=later("More than three profiles"),
        when=later("More than three profiles are in use."),
        why=later("Nobody keeps more than three in mind, and each needs its own proof."),
        fix=later("Retire those that bring least, or join two."),
    ),
    RuleWords(
        id="too_broad",
        title=later("Too broad"),
        when=later("Answers that take everybody: such words, very wide ranges, very long lists."),
        why=later("A profile that takes everybody saves no time and no money."),
        fix=later("Think of your three best customers, and write what only they share."),
    ),
    RuleWords(
        id="vague",
        title=later("Says little"),
        when=later("Nothing but words that would fit any business, or the weak example itself."),
        why=later("It tells nobody whom to look for, and nothing to leave out."),
        fix=later("Say it so that it could be wrong: a figure, a name, a place, a moment."),
    ),
    RuleWords(
        id="person_in_company",
        title=later("A person in the profile of a firm"),
        when=later(
            "The trait of a person where a firm is described, or one that decides about firms."
        ),
        why=later("The profile says which firm; the person in it belongs on a persona."),
        fix=later("Say what the firm does, how large it is and where."),
    ),
    RuleWords(
        id="no_must",
        title=later("Nothing is a must"),
        when=later("A profile with many answers, none of which is a must."),
        why=later("Without a must nobody is ever ruled out, and every lead looks alike."),
        fix=later("Mark the two or three answers without which it has never gone well."),
    ),
    RuleWords(
        id="too_rigid",
        title=later("Too rigid"),
        when=later("Too many musts, or a must that only one exact figure meets."),
        why=later("Whoever misses one of them is ruled out, so hardly anybody is left."),
        fix=later("Keep as a must only what has never gone well without."),
    ),
    RuleWords(
        id="wish_list",
        title=later("A wish list"),
        when=later("A profile with many answers, none of which is proven."),
        why=later("It says whom you would like to have, not who gains from you and stays."),
        fix=later("Ask three good customers, or look the answers up in your customer list."),
    ),
    RuleWords(
        id="contradiction",
        title=later("Answers that contradict each other"),
        when=later(
            "A range the wrong way round, a budget above the revenue, what is wanted and ruled out."
        ),
        why=later("Nobody can meet both, so scores and reasons stop making sense."),
        fix=later("Decide which of the two holds, and change the other."),
    ),
    RuleWords(
        id="no_customer",
        title=later("A must that no customer meets"),
        when=later("A must that, by the list of customers, none of them meets."),
        why=later("You would turn away everybody you have sold to so far."),
        fix=later("Loosen it, or check how the list says it."),
    ),
    RuleWords(
        id="nearly_equal",
        title=later("Two profiles that are nearly the same"),
        when=later("Two profiles that answer nearly everything the same way."),
        why=later("Two profiles that differ in little are work twice over."),
        fix=later("Join them, or say what sets the second apart."),
    ),
    RuleWords(
        id="one_department",
        title=later("Only one department was heard"),
        when=later("Several colleagues were heard, all of one department."),
        why=later("Sales knows who closes fast, service who stays: each sees another part."),
        fix=later("Ask one colleague from each of two other departments."),
    ),
    RuleWords(
        id="old_test",
        title=later("A test that is overdue"),
        when=later("A guess whose test should have been made by now."),
        why=later("A guess that nobody tests is taken for a fact after a while."),
        fix=later("Make the test, set another day, or drop the answer."),
    ),
    RuleWords(
        id="old_belief",
        title=later("A guess older than a review"),
        when=later(
            "What the last review left as a guess, and what still is one in the same words."
        ),
        why=later("What has been believed for long is taken for known, and nobody looks again."),
        fix=later("Ask three customers before the next review, or drop the answer."),
    ),
    RuleWords(
        id="review_due",
        title=later("A review that is overdue"),
        when=later("A review whose day is past."),
        why=later("Markets and offers move; a profile that nobody looks at again grows wrong."),
        fix=later("Hold the review, or set another day for it."),
    ),
)
