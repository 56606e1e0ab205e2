"""What would change if forms that came back were taken in, line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from icp_desktop.documents.blind_form import judge_of
from icp_desktop.documents.form_controls import picked_choices
from icp_desktop.documents.returned import Given, Returned
from icp_desktop.i18n import _, n_, using
from icp_desktop.insight.agreement import agree, compare_voices
from icp_desktop.model.blind_test import Judge
from icp_desktop.model.edits import BUSINESS, Edit, Together
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.form_edits import AddInterview, AnswerOfTeam, NoteReturn, WriteVoice
from icp_desktop.model.forms import WORKSHEET_FORM, Return, Voice, VoiceAnswer
from icp_desktop.model.ids import new_id
from icp_desktop.model.interview import Group as Kind
from icp_desktop.model.interview import Interview
from icp_desktop.model.project import Project, find_answer
from icp_desktop.model.proposal import Group, Proposal, Suggestion, Unread
from icp_desktop.model.talk_edits import PickChoices, WriteTalk
from icp_desktop.model.trial_edits import PutJudge
from icp_desktop.model.values import Value
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.shipped import worksheet_of
from icp_desktop.worksheet.toml_source import read_questionnaire

TEAM_PROOF = "copies"  # the id of the proof that counts colleagues, so that it is counted anew
_KINDS: dict[str, Kind] = {"lost": "lost", "colleague": "colleague", "yourself": "colleague"}


def propose_returns(returned: Iterable[Returned], project: Project, today: date) -> Proposal:
    """Return what the forms would change; nothing is changed until it is accepted."""
    groups: list[Group] = []
    suggestions: list[Suggestion] = []
    ahead = project  # as it will be, so that a second copy sees the first
    for one in returned:
        each = _followed(one, ahead)
        if each.form.questionnaire == WORKSHEET_FORM:
            group, found = _of_copy(each, ahead, today)
        elif any(test.id == each.form.questionnaire for test in ahead.blind_tests):
            group, found = _of_judge(each, ahead, today)
        else:
            group, found = _of_interview(each, ahead, today)
        groups.append(group)
        suggestions += found
        ahead = (
            Proposal(title="", suggestions=found, groups=(group,))
            .accept([each.id for each in found])
            .apply(ahead)
        )
    title = n_("Take in {n} form", "Take in {n} forms", len(groups))
    return Proposal(
        title=title, suggestions=tuple(suggestions), groups=tuple(groups), lead=_lead(suggestions)
    )


def who(person: str, role: str) -> str:
    """Return how a person is called: name and work, as far as they are known."""
    return ", ".join(each for each in (person, role) if each) or _("Somebody")


def _followed(returned: Returned, project: Project) -> Returned:
    """Return a form as it stands after those that are taken in with it."""
    form = next((f for f in project.forms if f.id == returned.form.id), returned.form)
    return replace(returned, form=form)


def _group_id(returned: Returned) -> str:
    return f"{returned.form.id}.{returned.digest[:8]}"


def _lead(suggestions: list[Suggestion]) -> str:
    new = sum(not each.ours for each in suggestions)
    other = len(suggestions) - new
    parts = []
    if new:
        parts.append(n_("{n} answer is new.", "{n} answers are new.", new))
    if other:
        parts.append(
            n_(
                "{n} differs from what is there.",
                "{n} differ from what is there.",
                other,
            )
        )
    return " ".join(parts) or _("Everything in it is there already.")


def _of_interview(
    returned: Returned, project: Project, today: date
) -> tuple[Group, tuple[Suggestion, ...]]:
    form = returned.form
    talk_id = next((each.result for each in reversed(form.returns) if each.result), "")
    known = next((each for each in project.interviews if each.id == talk_id), None)
    talk = known or Interview(
        id=new_id(),
        day=returned.day or today,
        person=returned.person,
        role=returned.role,
        consent=returned.consent,
        group=_KINDS.get(read_questionnaire(form.source).audience, "customer"),
        profile=form.profile,
        questionnaire=form.questionnaire,
        edition=form.edition,
        source=returned.name,
    )
    group_id = _group_id(returned)
    bare = replace(talk, answers=(), quotes=())
    with using(project.language):  # what is kept is written in the language of the project
        found = tuple(_of_answer(each, talk, group_id) for each in returned.answers)
    news = tuple(each for each in found if each.ours != each.theirs)
    return _group(
        returned, group_id, (AddInterview(interview=bare), _noted(returned, talk.id, today)), ()
    ), news


def _of_answer(given: Given, talk: Interview, group: str) -> Suggestion:
    question, asked = given.ask.field.id, given.ask.text
    words = given.found if given.problem else say_value(given.value, given.ask.field)
    picked = picked_choices(given.value, given.ask.field)
    edits: list[Edit] = [WriteTalk(interview=talk.id, question=question, text=words, asked=asked)]
    if picked:
        edits.append(PickChoices(interview=talk.id, question=question, picked=picked, asked=asked))
    reason = _("Kept as it was written. {why}", why=given.problem) if given.problem else ""
    return Suggestion(
        id=f"{group}/{question}",
        edit=Together(edits=tuple(edits)),
        what=_("{n}. {question}", n=given.ask.number, question=asked),
        ours=talk.answer(question).text,
        theirs=words,
        reason=reason,
        group=group,
    )


def _of_judge(
    returned: Returned, project: Project, today: date
) -> tuple[Group, tuple[Suggestion, ...]]:
    """Offer a judgement whole, and without its words: whoever takes it in may still have to judge.

    Once the outcome was shown it would be blind no longer, so nothing is offered.
    """
    test = next(each for each in project.blind_tests if each.id == returned.form.questionnaire)
    answers = {given.ask.field.id: given.value for given in returned.answers}
    day = returned.day or today
    judge = judge_of(test, returned.person, returned.role, day, answers)
    group_id = _group_id(returned)
    group = _group(returned, group_id, (_noted(returned, judge.id, today),), ())
    if test.shown:
        late = _("The outcome was shown before this came back, so it does not count any more.")
        return replace(group, notes=(*group.notes, late)), ()
    before = next((each for each in test.judges if each.id == judge.id), None)
    if before is not None and replace(before, day=judge.day) == judge:
        return group, ()
    suggestion = Suggestion(
        id=f"{group_id}/judged",
        edit=PutJudge(test=test.id, judge=judge),
        what=_("What they say in the blind test"),
        ours=_say_judged(before) if before else "",
        theirs=_say_judged(judge),
        reason=_("Kept without being shown until everybody has judged."),
        group=group_id,
    )
    return group, (suggestion,)


def _say_judged(judge: Judge) -> str:
    count = len(judge.judgements)
    return n_("{n} judged", "{n} judged", count)


def _of_copy(
    returned: Returned, project: Project, today: date
) -> tuple[Group, tuple[Suggestion, ...]]:
    form = returned.form
    voice_id = next((each.result for each in reversed(form.returns) if each.result), "")
    known = next((each for each in project.voices if each.id == voice_id), None)
    voice = known or Voice(
        id=new_id(),
        profile=form.profile,
        person=returned.person,
        role=returned.role,
        day=returned.day or today,
    )
    group_id = _group_id(returned)
    found = tuple(_of_field(returned, voice, project, group_id))
    unread = tuple(
        Unread(what=each.ask.text, found=each.found, reason=each.problem)
        for each in returned.answers
        if each.problem
    )
    return _group(returned, group_id, (_noted(returned, voice.id, today),), unread), found


def _of_field(
    returned: Returned, voice: Voice, project: Project, group: str
) -> Iterator[Suggestion]:
    worksheet = worksheet_of(project)
    for given in returned.answers:
        field, value = given.ask.field, given.value
        if value is None or agree(voice.value(field.id), value):
            continue
        scope = worksheet.section_of(field.id).scope
        place = BUSINESS if scope == "business" else voice.profile
        present = _present(project, place, field.id)
        edits: list[Edit] = [WriteVoice(voice=voice, field=field.id, value=value)]
        if present is None or agree(present, value):
            proof = _team_proof(project, replace(voice, answers=()), field.id, value)
            answer = AnswerOfTeam(place=place, field=field.id, value=present or value, proof=proof)
            edits.append(answer)
        yield Suggestion(
            id=f"{group}/{field.id}",
            edit=Together(edits=tuple(edits)),
            what=field.wording(given.ask.market).label,
            ours=say_value(present, field),
            theirs=say_value(value, field),
            reason=_reason(present, value),
            group=group,
        )


def _reason(present: Value | None, value: Value) -> str:
    if present is None:
        return _("Not answered so far. It becomes the answer, as an opinion of the team.")
    if agree(present, value):
        return _("They say the same. One more colleague stands behind it.")
    return _("Your answer stays. Theirs is kept beside it, to be compared under “Team”.")


def _present(project: Project, place: str, field: str) -> Value | None:
    if place == BUSINESS:
        return find_answer(project.about, field).value
    found = (each for each in project.profiles if each.id == place)
    profile = next(found, None)
    return profile.answer(field).value if profile is not None else None


def _team_proof(project: Project, voice: Voice, field: str, value: Value) -> Evidence:
    """Return a proof that counts who says the same, this copy among them."""
    others = [
        each for each in project.voices if each.profile == voice.profile and each.id != voice.id
    ]
    said = replace(voice, answers=(VoiceAnswer(field=field, value=value),))
    return team_proof((*others, said), field, value)


def team_proof(voices: Iterable[Voice], field: str, value: Value) -> Evidence:
    """Return a proof that counts how many copies say the same of those that say anything.

    It names departments, not people: documents show it.
    """
    heard = compare_voices(voices, field)
    alike = [v for each in heard.opinions if agree(each.value, value) for v in each.voices]
    return Evidence(
        id=TEAM_PROOF,
        source="team",
        note="; ".join(dict.fromkeys(each.role for each in alike if each.role)),
        count=len(alike),
        total=heard.heard,
    )


def _noted(returned: Returned, result: str, today: date) -> NoteReturn:
    form = returned.form
    if form.sent == date.min:  # it was not in the list; all we know is when it came
        form = replace(form, sent=returned.day or today)
    return NoteReturn(form=form, came=Return(digest=returned.digest, day=today, result=result))


def _group(
    returned: Returned, group_id: str, edits: tuple[Edit, ...], unread: tuple[Unread, ...]
) -> Group:
    return Group(
        id=group_id,
        title=f"{who(returned.person, returned.role)} · {returned.form.title}",
        edits=edits,
        notes=returned.notes,
        unread=unread,
    )
