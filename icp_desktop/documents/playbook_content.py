"""What the playbook says, before any format: lines by chapter, why each is there, what to do."""

from dataclasses import replace
from datetime import date
from itertools import groupby

from icp_desktop.checks.grades import GRADES, PROVEN, Grade
from icp_desktop.documents.content import Fact, Request, chosen_profile, language_of
from icp_desktop.documents.profile_content import footer_words, version_words
from icp_desktop.documents.words import known_words
from icp_desktop.i18n import _, n_
from icp_desktop.model.play import Action, Effort
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.playbook.efforts import spending
from icp_desktop.playbook.keeping import Line, Part, Playbook, playbook_of
from icp_desktop.playbook.sources import Because
from icp_desktop.worksheet.phrases import say_day, say_money, say_number


@record
class Reason:
    """Why a line is there: the field or persona it comes from, and how well that is known."""

    label: str
    grade: Grade
    known_words: str
    words: str = ""


@record
class Said:
    """One line: `text` is to be used as it stands, `how` are further sentences about it.

    `reasons` are told apart by their labels, the first is what the line is about. `remark` says
    that it is out of date, `now` what it would say today, `by_hand` that its words are the
    person's own.
    """

    head: str
    text: str
    how: tuple[str, ...]
    reasons: tuple[Reason, ...]
    remark: str = ""
    now: str = ""
    by_hand: bool = False


@record
class SaidGroup:
    """Lines that belong together."""

    title: str
    lines: tuple[Said, ...]


@record
class SaidChapter:
    """A part of the playbook, and what is to be found out for it."""

    id: str
    label: str
    lead: str
    groups: tuple[SaidGroup, ...]
    to_find: tuple[Fact, ...]


@record
class Task:
    """An action as it is printed."""

    what: str
    who: str
    by_words: str
    who_words: str
    state: str
    done: bool


@record
class Place:
    """A place with what goes into it now, and what the profile says of it."""

    where: str
    goes_in: str
    verdict: str
    reason: Reason | None


@record
class PlaybookContent:
    """Everything the playbook of one profile says; `first_step` where it says nothing yet."""

    profile: str
    client: str
    language: str
    kicker: str
    version_words: str
    footer: str
    lead: str
    chapters: tuple[SaidChapter, ...]
    actions: tuple[Task, ...]
    places: tuple[Place, ...]
    places_lead: str
    first_step: str

    def chapter(self, chapter_id: str) -> SaidChapter:
        """Return a chapter by its id; raise KeyError if there is none."""
        for each in self.chapters:
            if each.id == chapter_id:
                return each
        raise KeyError(chapter_id)


def make_playbook(request: Request) -> PlaybookContent:
    """Gather the playbook of the chosen profile from a released request; or KnownError."""
    profile, project = chosen_profile(request), request.project
    playbook = playbook_of(project, profile)
    return PlaybookContent(
        profile=profile.name,
        client=project.client,
        language=language_of(request),
        kicker=_("Playbook"),
        version_words=version_words(request),
        footer=footer_words(request),
        lead=_lead(playbook),
        chapters=tuple(_chapter(each) for each in playbook.parts),
        actions=_actions(project, profile, request.today),
        places=_places(project, profile),
        places_lead=_places_lead(project, profile),
        first_step=_(
            "Nothing is answered yet that a line could be made of. Begin with the pains and what "
            "relieves them: the first messages come from there."
        ),
    )


def _lead(playbook: Playbook) -> str:
    """Return how many lines there are, how well they stand, and what is open."""
    lines = playbook.lines
    proven = sum(1 for each in lines if each.because and each.because[0].grade in PROVEN)
    own = sum(each.state == "own" for each in lines)
    old = len(playbook.out_of_date)
    open_questions = sum(len(each.to_find) for each in playbook.parts)
    parts = [n_("{n} line.", "{n} lines.", len(lines))]
    if lines:
        parts.append(n_("{n} rests on something proven.", "{n} rest on something proven.", proven))
    if own:
        parts.append(n_("{n} is your own.", "{n} are your own.", own))
    if old:
        parts.append(n_("{n} is out of date.", "{n} are out of date.", old))
    if open_questions:
        parts.append(
            n_(
                "{n} question is still to be answered.",
                "{n} questions are still to be answered.",
                open_questions,
            )
        )
    return " ".join(parts)


def _chapter(part: Part) -> SaidChapter:
    groups = groupby(part.shown, key=lambda each: each.group)
    return SaidChapter(
        id=part.chapter.id,
        label=part.chapter.label,
        lead=part.chapter.lead,
        groups=tuple(
            SaidGroup(title=title, lines=tuple(_said(each) for each in lines))
            for title, lines in groups
        ),
        to_find=tuple(Fact(label=each.label, text=each.question) for each in part.to_find),
    )


def _said(line: Line) -> Said:
    first, *how = line.text.split("\n") if line.text.strip() else [""]
    return Said(
        head=line.head,
        text=first,
        how=tuple(each for each in how if each.strip()),
        reasons=_reasons(line.because),
        remark=_remark(line),
        now=line.now if line.state == "stale" else "",
        by_hand=line.edited or line.state == "own",
    )


def _reasons(because: tuple[Because, ...]) -> tuple[Reason, ...]:
    """Return what a line rests on, by label; of several under one label, the least sure."""
    found: dict[str, Reason] = {}
    for number, each in enumerate(because):
        reason = _reason(each)
        held = found.get(each.label)
        if held is None or (number and held.label != because[0].label and _weaker(reason, held)):
            found[each.label] = reason
    return tuple(found.values())


def _weaker(one: Reason, other: Reason) -> bool:
    return GRADES.index(one.grade) < GRADES.index(other.grade)


def _reason(because: Because) -> Reason:
    return Reason(
        label=because.label,
        grade=because.grade,
        known_words=known_words(because.proof, disputed=because.disputed),
        words=because.words,
    )


def _remark(line: Line) -> str:
    if line.state == "lost":
        return _("Out of date: nothing in the profile stands behind it any more.")
    if line.state == "stale":
        if not line.now:
            return _("Out of date: what it rests on has changed; the words would be the same.")
        return _("Out of date: what it rests on has changed.")
    return ""


def _actions(project: Project, profile: Profile, today: date) -> tuple[Task, ...]:
    """Return what is to be done, by day, what is done last."""
    own = [each for each in project.actions if each.profile == profile.id and each.what.strip()]
    own.sort(key=lambda each: (each.done is not None, each.by or date.max))
    return tuple(_action(each, today) for each in own)


def _action(action: Action, today: date) -> Task:
    who, day = action.who.strip(), say_day(action.by) if action.by else ""
    if who and day:
        words = _("{who}, by {day}", who=who, day=day)
    else:
        words = who or (_("By {day}", day=day) if day else "")
    if action.done:
        state = _("Done on {day}", day=say_day(action.done))
    else:
        state = _("Late") if action.is_late(today) else ""
    return Task(
        what=" ".join(action.what.split()),
        who=who,
        by_words=day,
        who_words=words,
        state=state,
        done=action.done is not None,
    )


def _places(project: Project, profile: Profile) -> tuple[Place, ...]:
    if not any(each.profile == profile.id for each in project.efforts):
        return ()
    verdicts = {
        "named": _("The profile names it"),
        "not_named": _("The profile does not name it"),
        "nothing_yet": _("The profile names it, and nothing goes there yet"),
    }
    return tuple(
        Place(
            where=f"{each.where[:1].upper()}{each.where[1:]}",
            goes_in=_goes_in(each.effort) if each.effort else "",
            verdict=verdicts[each.verdict],
            reason=_reason(each.because) if each.because else None,
        )
        for each in spending(project, profile).lines
    )


def _goes_in(effort: Effort) -> str:
    hours = effort.hours
    parts = []
    if hours is not None:
        words = say_number(hours)
        parts.append(_("1 hour a month") if hours == 1 else _("{n} hours a month", n=words))
    if effort.money is not None:
        parts.append(_("{sum} a month", sum=say_money(effort.money, effort.currency)))
    return ", ".join(parts) or _("Not counted yet")


def _places_lead(project: Project, profile: Profile) -> str:
    found = spending(project, profile)
    if not found.hours_named and not found.hours_elsewhere:
        return ""
    return _(
        "{named} hours a month go where the profile looks, {elsewhere} go elsewhere.",
        named=say_number(found.hours_named),
        elsewhere=say_number(found.hours_elsewhere),
    )


def without_open_ends(content: PlaybookContent) -> PlaybookContent:
    """Return a playbook without chapters that have neither a line nor a question."""
    chapters = tuple(each for each in content.chapters if each.groups or each.to_find)
    return replace(content, chapters=chapters)
