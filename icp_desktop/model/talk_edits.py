"""The changes a person can make to talks, quotes and themes, and how they become proof."""

from collections.abc import Callable
from dataclasses import replace

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import NOTES, Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.links import Pieces, map_proof
from icp_desktop.model.marking import follow_text
from icp_desktop.model.project import Project
from icp_desktop.model.record import record


@record
class PutInterview:
    """Add an interview at the end, or put it in the place of the one with its id."""

    interview: Interview
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        if any(each.id == self.interview.id for each in project.interviews):
            return _change_interview(project, self.interview.id, lambda _: self.interview)
        return replace(project, interviews=(*project.interviews, self.interview))


@record
class RemoveInterview:
    """Remove an interview with its quotes; proof that rests on them is counted anew."""

    interview: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out."""
        kept = tuple(each for each in project.interviews if each.id != self.interview)
        return (
            project if len(kept) == len(project.interviews) else replace(project, interviews=kept)
        )


@record
class WriteTalk:
    """Write what was said to a question, or the notes; marked quotes go with their words."""

    interview: str
    question: str
    text: str
    asked: str = ""
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the words in."""
        return _change_interview(project, self.interview, self._write)

    def _write(self, talk: Interview) -> Interview:
        quotes = follow_text(talk.quotes, self.question, talk.text_of(self.question), self.text)
        if self.question == NOTES:
            return replace(talk, notes=self.text, quotes=quotes)
        answer = talk.answer(self.question)
        asked = self.asked or answer.asked
        return replace(
            _with_answer(talk, replace(answer, text=self.text, asked=asked)), quotes=quotes
        )


@record
class PickChoices:
    """Say which choices were ticked at a question."""

    interview: str
    question: str
    picked: tuple[str, ...]
    asked: str = ""
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put them in."""
        return _change_interview(project, self.interview, self._pick)

    def _pick(self, talk: Interview) -> Interview:
        answer = talk.answer(self.question)
        asked = self.asked or answer.asked
        return _with_answer(talk, replace(answer, picked=self.picked, asked=asked))


@record
class MarkQuote:
    """Mark words of a talk as a quote."""

    interview: str
    quote: Quote
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the quote in, in the order of the text."""

        def mark(talk: Interview) -> Interview:
            quote = self.quote
            said = talk.text_of(quote.question)[quote.start : quote.end]
            if said != quote.text or not said.strip() or _holds(talk, quote):
                return talk
            order = [NOTES, *(each.question for each in talk.answers)]
            quotes = sorted(
                (*talk.quotes, quote),
                key=lambda each: (
                    order.index(each.question) if each.question in order else len(order),
                    each.start,
                ),
            )
            return replace(talk, quotes=tuple(quotes))

        return _change_interview(project, self.interview, mark)


@record
class RemoveQuote:
    """Take the mark away; the words stay in the talk."""

    quote: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave the quote out."""
        return _change_quotes(project, lambda each: None if each.id == self.quote else each)


@record
class SetQuoteThemes:
    """Say which themes a quote belongs to."""

    quote: str
    themes: tuple[str, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the themes in."""
        themes = tuple(dict.fromkeys(self.themes))
        return _change_quotes(
            project, lambda each: replace(each, themes=themes) if each.id == self.quote else each
        )


@record
class StarQuote:
    """Star a quote, or take the star away."""

    quote: str
    starred: bool
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the star in."""
        return _change_quotes(
            project,
            lambda each: replace(each, starred=self.starred) if each.id == self.quote else each,
        )


@record
class AddTheme:
    """Add a theme at the end."""

    theme: Theme
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Append it unless its id is there already."""
        if any(each.id == self.theme.id for each in project.themes):
            return project
        return replace(project, themes=(*project.themes, self.theme))


@record
class RenameTheme:
    """Give a theme another name or note."""

    theme: str
    name: str
    note: str = ""
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the words in."""
        themes = tuple(
            replace(each, name=self.name, note=self.note) if each.id == self.theme else each
            for each in project.themes
        )
        return project if themes == project.themes else replace(project, themes=themes)


@record
class MergeThemes:
    """Make one theme of two: quotes and proof of `theme` go to `into`."""

    theme: str
    into: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Move everything and leave the theme out."""
        known = {each.id for each in project.themes}
        if self.theme == self.into or not {self.theme, self.into} <= known:
            return project

        def move(quote: Quote) -> Quote:
            if self.theme not in quote.themes:
                return quote
            named = (self.into if each == self.theme else each for each in quote.themes)
            return replace(quote, themes=tuple(dict.fromkeys(named)))

        moved = map_proof(_change_quotes(project, move), self._relink)
        return _without_theme(moved, self.theme)

    def _relink(self, _place: str, pieces: Pieces) -> Pieces:
        relinked = [
            replace(each, theme=self.into) if each.theme == self.theme else each for each in pieces
        ]
        kept: list[Evidence] = []
        for each in relinked:
            if not any(each.theme == self.into and _alike(each, other) for other in kept):
                kept.append(each)
        return tuple(kept)


@record
class SplitTheme:
    """Move some quotes of a theme to a new one; its proof stays with the old one."""

    theme: str
    quotes: frozenset[str]
    new: Theme
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Add the new theme and move the quotes."""

        def move(quote: Quote) -> Quote:
            if quote.id not in self.quotes or self.theme not in quote.themes:
                return quote
            named = (self.new.id if each == self.theme else each for each in quote.themes)
            return replace(quote, themes=tuple(dict.fromkeys(named)))

        moved = _change_quotes(project, move)
        return project if moved is project else AddTheme(theme=self.new).apply(moved)


@record
class RemoveTheme:
    """Remove a theme; its quotes stay quotes."""

    theme: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out everywhere."""

        def without(quote: Quote) -> Quote:
            if self.theme not in quote.themes:
                return quote
            return replace(quote, themes=tuple(t for t in quote.themes if t != self.theme))

        return _without_theme(_change_quotes(project, without), self.theme)


def _without_theme(project: Project, theme: str) -> Project:
    kept = tuple(each for each in project.themes if each.id != theme)
    return project if len(kept) == len(project.themes) else replace(project, themes=kept)


def _alike(one: Evidence, other: Evidence) -> bool:
    """Say whether two pieces name the same talks for the same side."""
    return (one.theme, one.quotes, one.interviews, one.against) == (
        other.theme,
        other.quotes,
        other.interviews,
        other.against,
    )


def _holds(talk: Interview, quote: Quote) -> bool:
    return any(
        each.id == quote.id
        or (each.question, each.start, each.end) == (quote.question, quote.start, quote.end)
        for each in talk.quotes
    )


def _with_answer(talk: Interview, answer: InterviewAnswer) -> Interview:
    if any(each.question == answer.question for each in talk.answers):
        answers = tuple(
            answer if each.question == answer.question else each for each in talk.answers
        )
    else:
        answers = (*talk.answers, answer)
    kept = tuple(each for each in answers if each.text or each.picked)
    return talk if kept == talk.answers else replace(talk, answers=kept)


def _change_interview(
    project: Project, interview_id: str, change: Callable[[Interview], Interview]
) -> Project:
    before = project.interview(interview_id)
    after = change(before)
    if after == before:
        return project
    interviews = tuple(after if each is before else each for each in project.interviews)
    return replace(project, interviews=interviews)


def _change_quotes(project: Project, change: Callable[[Quote], Quote | None]) -> Project:
    def changed(talk: Interview) -> Interview:
        quotes = tuple(after for each in talk.quotes if (after := change(each)) is not None)
        return talk if quotes == talk.quotes else replace(talk, quotes=quotes)

    interviews = tuple(changed(each) for each in project.interviews)
    if all(one is other for one, other in zip(interviews, project.interviews, strict=True)):
        return project
    return replace(project, interviews=interviews)
