"""What colleagues said in their copies of the worksheet, field by field, and how it was settled."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.form_proposal import team_proof
from icp_desktop.i18n import _
from icp_desktop.insight.agreement import FieldVoices, Opinion, agree, compare_voices
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.form_edits import AnswerOfTeam, Settle
from icp_desktop.model.forms import WORKSHEET_FORM, Decision, Voice
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import RemoveItem
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.forms.settle_block import SettleBlock
from icp_desktop.ui.forms.team_words import (
    accord_words,
    decision_words,
    names_of,
    opinion_words,
    sum_words,
)
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import INTERVIEWS, Context, Place
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.talks.tab_view import FORMS, TEAM, TabView
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.worksheet.definitions import Field, Section
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.shipped import worksheet_of

_WIDEST = 760
_DIFFER, _ALL = "differ", "all"


class TeamView(TabView):
    """Compare the copies of one profile; a difference is settled with a decision that is kept."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.appearance
        self._project: Project | None = None
        self._profile = ""
        self._settling: tuple[Section, Field, Opinion] | None = None
        self.empty = EmptyState(
            _("Nobody’s copy is back yet"),
            _(
                "Send the worksheet to sales, marketing and service. Where they all say the same "
                "you can build on it; where they differ you have found something out."
            ),
            _("Send the worksheet"),
        )
        self.empty.asked.connect(self._send)
        self.sum = PlainLabel(tone="ink2", wrap=True)
        self.segment = Segment(
            [(_DIFFER, _("Where they differ")), (_ALL, _("Every field"))], name=_("Fields shown")
        )
        self.segment.show_choice(_DIFFER)
        self.segment.chosen.connect(lambda _choice: self._show())
        self.copies = TwoLineList(self._look)
        self.settle = SettleBlock(self._look)
        self.settle.settled.connect(self._on_settled)
        self.settle.cancelled.connect(self._cancel)
        self.settle.hide()
        self._fields = QVBoxLayout()
        self._compose()

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        self._show()

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._show()

    @override
    def place(self) -> Place:
        return Place(page=INTERVIEWS, view=TEAM, profile=self._profile)

    def _compose(self) -> None:
        px = self._look.px
        column = ReadingColumn(self._look, widest=_WIDEST, gap=12, top=12)
        column.add(self.empty, self.sum, self.segment)
        self._fields.setSpacing(px(12))
        column.column.addLayout(self._fields)
        self._heard = PlainLabel(_("Whose copies these are"), style="lead_strong")
        column.add(self._heard, self.copies)
        column.column.addSpacing(px(64))  # room for the toast
        column.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(column))

    def _show(self) -> None:
        project = self._context.project
        profile = self._shown_profile(project)
        voices = self._voices(project, profile)
        for part in (self.sum, self.segment, self.copies, self._heard):
            part.setVisible(bool(voices))
        self.empty.setVisible(not voices)
        self._clear()
        if profile is None or not voices:
            return
        found = list(self._compared(project, profile, voices))
        self.sum.setText(sum_words([each for _s, _f, each in found], len(voices)))
        for section, field, heard in found:
            if self._is_shown(project, profile, field, heard):
                self._fields.addWidget(self._block(project, profile, section, field, heard))
        self.copies.show_rows([self._copy_row(voice) for voice in voices])

    def _shown_profile(self, project: Project) -> Profile | None:
        shown = shown_profile(project, self._profile)
        heard = {voice.profile for voice in project.voices}
        if shown is not None and shown.id not in heard:
            return next((p for p in project.profiles if p.id in heard), shown)
        return shown

    def _voices(self, project: Project, profile: Profile | None) -> tuple[Voice, ...]:
        wanted = profile.id if profile else ""
        return tuple(each for each in project.voices if each.profile == wanted and each.answers)

    def _compared(
        self, project: Project, profile: Profile, voices: tuple[Voice, ...]
    ) -> list[tuple[Section, Field, FieldVoices]]:
        return [
            (section, field, heard)
            for section in worksheet_of(project).sections
            for field in section.asked(profile.market)
            if (heard := compare_voices(voices, field.id)).heard
        ]

    def _is_shown(
        self, project: Project, profile: Profile, field: Field, heard: FieldVoices
    ) -> bool:
        if self.segment.value() == _ALL:
            return True
        return heard.accord in ("differ", "partly") or bool(self._decision(project, profile, field))

    def _block(
        self,
        project: Project,
        profile: Profile,
        section: Section,
        field: Field,
        heard: FieldVoices,
    ) -> QWidget:
        px = self._look.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(2))
        head = QHBoxLayout()
        label = field.wording(profile.market).label
        head.addWidget(PlainLabel(label, style="strong", wrap=True), 1)
        head.addWidget(PlainLabel(accord_words(heard), style="caption", tone="ink2", wrap=True))
        column.addLayout(head)
        decision = self._decision(project, profile, field)
        if decision is not None:
            words = decision_words(decision, field, heard)
            column.addWidget(PlainLabel(words, style="caption", wrap=True))
        rows = TwoLineList(self._look)
        rows.show_rows([self._opinion(section, field, each, decision) for each in heard.opinions])
        column.addWidget(rows)
        if heard.silent:
            words = _("Nothing said: {who}", who=names_of(heard.silent))
            column.addWidget(PlainLabel(words, style="caption", tone="ink3", wrap=True))
        if self._settling is not None and self._settling[1].id == field.id:
            column.addWidget(self.settle)
            self.settle.show()
        return holder

    def _opinion(
        self, section: Section, field: Field, opinion: Opinion, decision: Decision | None
    ) -> TwoLineRow:
        taken = decision is not None and agree(decision.value, opinion.value)
        act = partial(self._start, section, field, opinion)
        return TwoLineRow(
            strong=say_value(opinion.value, field),
            line=opinion_words(opinion),
            actions=() if taken else (RowAction(words=_("Take this"), act=act),),
        )

    def _copy_row(self, voice: Voice) -> TwoLineRow:
        count = _("{n} fields answered", n=len(voice.answers))
        act = partial(self._remove, voice)
        return TwoLineRow(
            strong=names_of((voice,)),
            line=count,
            actions=(RowAction(words=_("Remove"), act=act),),
        )

    def _decision(self, project: Project, profile: Profile, field: Field) -> Decision | None:
        place = profile.id
        found = (d for d in project.decisions if d.profile == place and d.field == field.id)
        return next(found, None)

    def _start(self, section: Section, field: Field, opinion: Opinion) -> None:
        profile = self._shown_profile(self._context.project)
        self._settling = (section, field, opinion)
        self._show()
        market = profile.market if profile else "both"
        self.settle.start(field.wording(market).label, say_value(opinion.value, field))

    def _cancel(self) -> None:
        self._settling = None
        self._show()

    def _on_settled(self, by: str, reason: str) -> None:
        project = self._context.project
        profile = self._shown_profile(project)
        if self._settling is None or profile is None:
            return
        section, field, opinion = self._settling
        self._settling = None
        place = BUSINESS if section.scope == "business" else profile.id
        proof = team_proof(self._voices(project, profile), field.id, opinion.value)
        label = field.wording(profile.market).label
        edit = Settle(
            decision=Decision(
                id=new_id(),
                profile=profile.id,
                field=field.id,
                value=opinion.value,
                day=today(),
                by=by,
                reason=reason,
            ),
            answer=AnswerOfTeam(place=place, field=field.id, value=opinion.value, proof=proof),
            label=_("settle “{field}”", field=label),
        )
        self._do(edit, _("Settled: {field}. The decision is kept.", field=label))

    def _remove(self, voice: Voice) -> None:
        edit = RemoveItem(folder="voices", item=voice.id, label=_("remove a copy"))
        self._do(edit, _("The copy is removed. Answers taken from it stay."))

    def _do(self, edit: Settle | RemoveItem, said: str) -> None:
        self._context.take(edit, said)
        self._show()

    def _send(self) -> None:
        self.go_asked.emit(Place(page=INTERVIEWS, view=FORMS, section=WORKSHEET_FORM))

    def _clear(self) -> None:
        self.settle.setParent(self)
        self.settle.hide()
        while (item := self._fields.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
