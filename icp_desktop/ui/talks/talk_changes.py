"""The edits made of a talk on its page: typing runs together, everything else is one step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from icp_desktop.checks.fallen import fallen_answers
from icp_desktop.i18n import _, n_
from icp_desktop.insight.asking import last_questionnaire
from icp_desktop.insight.themes import talk_numbers
from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.ids import new_id
from icp_desktop.model.interview import NOTES, Interview, Quote, Theme
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import (
    AddTheme,
    MarkQuote,
    PickChoices,
    PutInterview,
    RemoveInterview,
    RemoveQuote,
    SetQuoteThemes,
    StarQuote,
    WriteTalk,
)
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.talks.words import talk_name
from icp_desktop.worksheet.shipped import worksheet_of

Say = Callable[[str], None]


class TalkChanges:
    """Change talks and what is marked in them; `say` tells what was done, with a way back."""

    def __init__(self, opened: OpenProject, say: Say) -> None:
        self._opened = opened
        self._say = say

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._opened.project

    def find(self, talk_id: str) -> Interview | None:
        """Return a talk, None if it is gone."""
        return next((each for each in self.project.interviews if each.id == talk_id), None)

    def name(self, talk: Interview) -> str:
        """Return what a talk is called."""
        return talk_name(talk, talk_numbers(self.project).get(talk.id, 0))

    def start(self, today: date) -> str:
        """Add a talk with the questions of the last one, and return its id."""
        asked = last_questionnaire(self.project)
        talk = Interview(id=new_id(), day=today, questionnaire=asked.id, edition=asked.edition)
        self._do(PutInterview(interview=talk, label=_("new interview")))
        return talk.id

    def take_notes(self, notes: Sequence[tuple[str, str]]) -> str:
        """Add a talk for each text, with the name of its file; return the id of the last."""
        talks = [Interview(id=new_id(), notes=text, source=name) for name, text in notes]
        label = n_("notes from {n} file", "notes from {n} files", len(talks))
        puts = tuple(PutInterview(interview=each) for each in talks)
        if self._do(Together(edits=puts, label=label)):
            self._say(
                n_(
                    "{n} interview added. Say when it was and who was talked to.",
                    "{n} interviews added. Say when they were and who was talked to.",
                    len(talks),
                )
            )
        return talks[-1].id

    def take_survey(self, talks: Sequence[Interview]) -> None:
        """Add the interviews that a survey became, as one step."""
        label = n_("survey with {n} interview", "survey with {n} interviews", len(talks))
        puts = tuple(PutInterview(interview=each) for each in talks)
        if self._do(Together(edits=puts, label=label)):
            self._say(n_("{n} interview added.", "{n} interviews added.", len(talks)))

    def describe(self, talk_id: str, detail: str, value: object) -> None:
        """Keep a detail of a talk, such as the name; typing runs together."""
        talk = self.find(talk_id)
        if talk is None:
            return
        changed: dict[str, object] = {detail: value}
        put = PutInterview(
            interview=replace(talk, **changed),  # type: ignore[arg-type]  # checked by the callers
            label=_("details of the interview"),
        )
        self._opened.do(put, merge=f"talk/{talk_id}/{detail}")

    def permit(self, talk_id: str, detail: str, value: object) -> None:
        """Keep how, when and until when the person agreed."""
        talk = self.find(talk_id)
        if talk is None:
            return
        changed: dict[str, object] = {detail: value}
        permission = replace(talk.permission, **changed)  # type: ignore[arg-type]  # likewise
        self.describe(talk_id, "permission", permission)

    def write(self, talk_id: str, question: str, text: str, asked: str) -> None:
        """Keep what is typed; one run of typing is one step."""
        label = _("notes of the interview") if question == NOTES else _("answer in the interview")
        edit = WriteTalk(interview=talk_id, question=question, text=text, asked=asked, label=label)
        self._opened.do(edit, merge=f"talk/{talk_id}/{question}")

    def pick(self, talk_id: str, question: str, picked: tuple[str, ...], asked: str) -> None:
        """Keep which choices were ticked."""
        label = _("answer in the interview")
        self._do(
            PickChoices(
                interview=talk_id, question=question, picked=picked, asked=asked, label=label
            )
        )

    def mark(self, talk_id: str, question: str, start: int, end: int) -> str:
        """Mark words as a quote, without the blanks around; return its id, "" if there are none."""
        talk = self.find(talk_id)
        said = talk.text_of(question)[start:end] if talk else ""
        start += len(said) - len(said.lstrip())
        quote = Quote(id=new_id(), question=question, start=start, text=said.strip())
        mark = MarkQuote(interview=talk_id, quote=quote, label=_("quote"))
        if not quote.text or not self._do(mark):
            return ""
        self._say(_("Marked as a quote."))
        return quote.id

    def unmark(self, quote: Quote) -> None:
        """Take a mark away."""
        if self._do(RemoveQuote(quote=quote.id, label=_("remove the mark"))):
            self._say(_("The mark is gone, the words stay."))

    def star(self, quote: Quote) -> None:
        """Star a quote, or take the star away."""
        label = _("star")
        self._do(StarQuote(quote=quote.id, starred=not quote.starred, label=label))

    def give_theme(self, quote: Quote, name: str) -> str:
        """Give a quote one more theme by its name, a new one if there is none; return its id."""
        name = " ".join(name.split())
        known = next(
            (each for each in self.project.themes if each.name.casefold() == name.casefold()), None
        )
        theme = known or Theme(id=new_id(), name=name)
        label = _("theme “{name}”", name=theme.name)
        edits: list[Edit] = [] if known else [AddTheme(theme=theme)]
        edits.append(SetQuoteThemes(quote=quote.id, themes=(*quote.themes, theme.id)))
        if self._do(Together(edits=tuple(edits), label=label)):
            self._say(_("Quote added to “{name}”.", name=theme.name))
        return theme.id

    def take_theme(self, quote: Quote, theme_id: str) -> None:
        """Take a theme away from a quote."""
        left = tuple(each for each in quote.themes if each != theme_id)
        self._do(SetQuoteThemes(quote=quote.id, themes=left, label=_("theme of a quote")))

    def remove(self, talk_id: str) -> None:
        """Remove a talk with its quotes, and say what went with it."""
        talk, before = self.find(talk_id), self.project
        if talk is None or not self._do(
            RemoveInterview(interview=talk_id, label=_("remove the interview"))
        ):
            return
        count = len(talk.quotes)
        said = (
            n_(
                "Interview removed, and {n} quote with it.",
                "Interview removed, and {n} quotes with it.",
                count,
            )
            if count
            else _("Interview removed.")
        )
        fields = [self._label(each.field) for each in fallen_answers(before, self.project)]
        if fields:
            names = ", ".join(_("“{field}”", field=each) for each in dict.fromkeys(fields))
            said = f"{said} {_('Less sure now: {fields}.', fields=names)}"
        self._say(said)

    def _label(self, field: str) -> str:
        """Return what a field is called, its id where the worksheet no longer has it."""
        try:
            words = worksheet_of(self.project).field(field).words
        except KeyError:
            return field
        return dict(words)[words[0][0]].label

    def seal(self) -> None:
        """End a run of typing."""
        self._opened.seal()

    def _do(self, edit: Edit) -> bool:
        return self._opened.do(edit)
