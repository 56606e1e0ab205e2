"""What is only believed: the answers to test next, sorted by what hangs on them."""

from collections.abc import Iterator

from icp_desktop.checks.grades import (
    GRADES,
    PROVEN,
    Grade,
    answer_grade,
    is_disputed,
    is_item_disputed,
    item_grade,
)
from icp_desktop.checks.weights import WEIGHT_RANK, weight_in
from icp_desktop.i18n import _, n_
from icp_desktop.model.evidence import NextTest
from icp_desktop.model.project import Answer, Profile, Project, Weight
from icp_desktop.model.record import record
from icp_desktop.model.values import Pair, Pairs, Term, Terms, is_empty
from icp_desktop.worksheet.definitions import Field, Section, Worksheet
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.sentence import sentence_so_far

Item = Term | Pair


@record
class Assumption:
    """An answer, or some entries of a list, that customers have not borne out, or that is disputed.

    `items` are the entries it is about, () where the answer is no list; `test_item` is the id of
    the entry that carries the test, "" where the answer does. `hangs` says what rests on it.
    """

    profile: Profile
    section: Section
    field: Field
    answer: Answer
    items: tuple[Item, ...]
    test_item: str
    grade: Grade
    disputed: bool
    weight: Weight
    test: NextTest
    hangs: tuple[str, ...]

    @property
    def key(self) -> str:
        """What it is known by on a page."""
        return f"{self.profile.id}/{self.field.id}/{self.test_item}"

    @property
    def label(self) -> str:
        """The name of the field in the market of the profile."""
        return self.field.wording(self.profile.market).label

    @property
    def words(self) -> str:
        """What is believed, in words: of a text its first line."""
        if not self.items:
            return say_value(self.answer.value, self.field).partition("\n")[0]
        texts = [each.first if isinstance(each, Pair) else each.text for each in self.items]
        separator = "; " if any("," in text for text in texts) else ", "
        return separator.join(text.strip() for text in texts if text.strip())


def find_assumptions(
    project: Project, profile: Profile, worksheet: Worksheet
) -> tuple[Assumption, ...]:
    """Return what is only believed of a profile and, with it, of those that are not a fit.

    What decides who is let in or turned away comes first, then what most hangs on, guesses before
    opinions.
    """
    found = list(_in_profile(profile, worksheet))
    for other in project.profiles:
        if profile.kind == "ideal" and other.kind == "negative" and other.retired is None:
            found += _in_profile(other, worksheet)
    return tuple(sorted(found, key=_urgency))


def suggested_test(assumption: Assumption) -> str:
    """Return a test that could be made where none is planned."""
    if assumption.grade == "team":
        return _("Check “{field}” with customers.", field=assumption.label)
    return _("Ask three customers about “{field}”.", field=assumption.label)


def _urgency(each: Assumption) -> tuple[int, int, int]:
    return (WEIGHT_RANK[each.weight], -len(each.hangs), GRADES.index(each.grade))


def _in_profile(profile: Profile, worksheet: Worksheet) -> Iterator[Assumption]:
    in_sentence = {f.field for f in sentence_so_far(profile, worksheet) if f.known and f.field}
    if profile.summary:
        in_sentence = set()
    for section in worksheet.sections:
        if section.scope != "profile":
            continue
        for field in section.asked(profile.market):
            answer = profile.answer(field.id)
            if not is_empty(answer.value):
                yield from _in_answer(profile, section, field, answer, field.id in in_sentence)


def _in_answer(
    profile: Profile, section: Section, field: Field, answer: Answer, in_sentence: bool
) -> Iterator[Assumption]:
    weight = weight_in(answer.weight, profile.kind)

    def made(
        items: tuple[Item, ...], grade: Grade, disputed: bool, carrier: Answer | Item
    ) -> Assumption:
        return Assumption(
            profile=profile,
            section=section,
            field=field,
            answer=answer,
            items=items,
            test_item="" if isinstance(carrier, Answer) else carrier.id,
            grade=grade,
            disputed=disputed,
            weight=weight,
            test=carrier.next_test,
            hangs=_hangs(weight, items, in_sentence=in_sentence),
        )

    if not isinstance(answer.value, Terms | Pairs):
        grade, disputed = answer_grade(answer), is_disputed(answer)
        if grade not in PROVEN or disputed:
            yield made((), grade, disputed, answer)
        return
    rest: list[Item] = []
    for item in answer.value.items:
        grade, disputed = item_grade(item, answer), is_item_disputed(item, answer)
        if grade in PROVEN and not disputed:
            continue
        if item.next_test:
            yield made((item,), grade, disputed, item)
        else:
            rest.append(item)
    if rest:
        grades = [item_grade(item, answer) for item in rest]
        least = min(grades, key=GRADES.index)
        disputed = any(is_item_disputed(item, answer) for item in rest)
        yield made(tuple(rest), least, disputed, answer)


def _hangs(weight: Weight, items: tuple[Item, ...], *, in_sentence: bool) -> tuple[str, ...]:
    """Return what rests on an answer, in words."""
    found = []
    if weight == "must":
        found.append(_("It decides who is let in."))
    elif weight == "rules_out":
        found.append(_("It decides who is turned away."))
    if in_sentence:
        found.append(_("The one sentence says it."))
    replies = sum(isinstance(each, Pair) and bool(each.second.strip()) for each in items)
    if replies:
        found.append(
            n_("{n} answer of ours rests on it.", "{n} answers of ours rest on it.", replies)
        )
    return tuple(found)
