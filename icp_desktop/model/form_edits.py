"""The changes a person can make to forms that went out and to copies that came back."""

from dataclasses import replace

from icp_desktop.model.edits import BUSINESS, SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.forms import Decision, Form, Return, Voice, VoiceAnswer
from icp_desktop.model.interview import Interview
from icp_desktop.model.items import put_item
from icp_desktop.model.project import Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.values import Value


@record
class NoteReturn:
    """Keep that a form came back; `form` is put in as well if it is not known (any more)."""

    form: Form
    came: Return
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Add the return, once for each file."""
        known = next((each for each in project.forms if each.id == self.form.id), self.form)
        returns = tuple(each for each in known.returns if each.digest != self.came.digest)
        noted = replace(known, returns=(*returns, self.came))
        return replace(project, forms=put_item(project.forms, noted))


@record
class AddInterview:
    """Add the interview that a form becomes, unless it is there already."""

    interview: Interview
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Append it unless its id is there."""
        if any(each.id == self.interview.id for each in project.interviews):
            return project
        return replace(project, interviews=(*project.interviews, self.interview))


@record
class WriteVoice:
    """Keep what somebody answered to a field in their copy; `voice` is the copy, if it is new."""

    voice: Voice
    field: str
    value: Value
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the answer in."""
        voice = next((each for each in project.voices if each.id == self.voice.id), self.voice)
        said = VoiceAnswer(field=self.field, value=self.value)
        if any(each.field == self.field for each in voice.answers):
            answers = tuple(said if e.field == self.field else e for e in voice.answers)
        else:
            answers = (*voice.answers, said)
        after = replace(voice, answers=answers)
        if any(each == after for each in project.voices):
            return project
        return replace(project, voices=put_item(project.voices, after))


@record
class AnswerOfTeam:
    """Answer a field with what colleagues said, and count them as its proof."""

    place: str
    field: str
    value: Value
    proof: Evidence
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put value and proof in; other opinions of the team give way, all else stays."""
        answers = project.about if self.place == BUSINESS else project.profile(self.place).answers
        before = find_answer(answers, self.field)
        kept = tuple(each for each in before.evidence if each.against or each.source != "team")
        proof = (*kept, self.proof)
        changed = SetValue(place=self.place, field=self.field, value=self.value).apply(project)
        return SetEvidence(place=self.place, field=self.field, evidence=proof).apply(changed)


@record
class Settle:
    """Decide what holds where copies differ, and keep who decided it and why."""

    decision: Decision
    answer: AnswerOfTeam
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Answer the field and keep the decision in place of an earlier one on the same field."""
        one = self.decision
        others = tuple(
            each
            for each in project.decisions
            if (each.profile, each.field) != (one.profile, one.field)
        )
        return replace(self.answer.apply(project), decisions=(*others, one))
