"""Random projects and random changes, for tests of whatever keeps or hands out projects."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from icp_desktop.model.blind_test import VERDICTS as BLIND_VERDICTS
from icp_desktop.model.blind_test import BlindTest, Candidate, Judge, Judgement
from icp_desktop.model.body import make_body
from icp_desktop.model.brand import Brand
from icp_desktop.model.comment import Comment
from icp_desktop.model.edits import (
    BUSINESS,
    AddProfile,
    Edit,
    RemoveProfile,
    RenameProfile,
    RetireProfile,
    SetEvidence,
    SetMarket,
    SetNextTest,
    SetReason,
    SetSummary,
    SetValue,
    SetWeight,
)
from icp_desktop.model.evidence import SOURCES, Evidence, NextTest
from icp_desktop.model.form_edits import NoteReturn, WriteVoice
from icp_desktop.model.forms import (
    CHANNELS,
    Decision,
    Form,
    OwnQuestionnaire,
    Return,
    Voice,
    VoiceAnswer,
)
from icp_desktop.model.interview import (
    CONSENTS,
    GROUPS,
    NOTES,
    Interview,
    InterviewAnswer,
    Permission,
    Quote,
    Theme,
)
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.judging import CONDITION_TESTS, BadFitCosts, Condition, Judging, Rule
from icp_desktop.model.judging_edits import SetBadFitCosts, SetRule
from icp_desktop.model.page_edits import SetPage, SetPageText
from icp_desktop.model.persona import PARTS, TOPICS, Persona, PersonaLine
from icp_desktop.model.persona_edits import (
    LeadWithQuote,
    LinkLine,
    NamePersona,
    PutLines,
    RemoveLine,
    RenamePersona,
    SetLineProof,
    SetOccupation,
    SetParts,
    SetPicture,
    ShowFace,
)
from icp_desktop.model.pilot import WENTS, Pilot, PilotLead
from icp_desktop.model.play import Action, Effort, Play
from icp_desktop.model.project import (
    MARKETS,
    NEGATIVE_WEIGHTS,
    REASONS,
    SITUATIONS,
    WEIGHTS,
    Answer,
    PageText,
    Profile,
    Project,
    Retirement,
)
from icp_desktop.model.project_edits import SetBrand, SetProjectDetails, SetSituation
from icp_desktop.model.report import Report, source_key
from icp_desktop.model.review import (
    OCCASIONS,
    QUESTIONS,
    RHYTHMS,
    VERDICTS,
    Doubt,
    Figure,
    Resolve,
    Review,
    ReviewAnswer,
    ReviewPlan,
    SignOff,
    Trigger,
)
from icp_desktop.model.review_edits import (
    FindInReview,
    FinishReview,
    PlanReviews,
    PutResolve,
    PutTrigger,
    RemoveResolve,
    RemoveTrigger,
)
from icp_desktop.model.source_edits import PutSource, WithdrawSource
from icp_desktop.model.table import TABLE_ROLES, Column, Spelling, Table
from icp_desktop.model.talk_edits import (
    AddTheme,
    MergeThemes,
    PickChoices,
    PutInterview,
    RemoveInterview,
    RemoveQuote,
    RemoveTheme,
    RenameTheme,
    SetQuoteThemes,
    SplitTheme,
    StarQuote,
    WriteTalk,
)
from icp_desktop.model.trial_edits import LogWent, PutJudge, RemoveJudge, ShowOutcome
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    YesNo,
    is_empty,
)

WORKSHEET = """\
id = "small"
title = "A small worksheet"

[[sections]]
id = "about"
label = "About us"
scope = "business"

[[sections.fields]]
id = "about.offers"
kind = "text"
label = "Offers"
core = ["b2b", "b2c", "both"]

[[sections]]
id = "company"
label = "Company"

[[sections.fields]]
id = "company.industry"
kind = "terms"
label = "Industry"
core = ["b2b", "b2c", "both"]

[[sections.fields]]
id = "company.size"
kind = "number_range"
label = "Size"
core = ["b2b", "both"]
units = [{ id = "people", label = "people" }]

[[sections.fields]]
id = "needs.pains"
kind = "pairs"
label = "Pains"
core = ["b2b", "b2c", "both"]
"""
FIELDS = ("about.offers", "company.industry", "company.size", "needs.pains", "gone.with-the-sheet")

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=20)
ids = st.text("abcdefghjkmnpqrstuvwxyz23456789", min_size=10, max_size=10)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
figures = st.none() | st.decimals(-(10**18), 10**18, allow_nan=False, places=4)
counts = st.none() | st.integers(0, 10_000)
evidence = st.builds(
    Evidence,
    id=ids,
    source=st.sampled_from(SOURCES),
    against=st.booleans(),
    note=texts,
    reference=texts | st.sampled_from(("Yearbook", "City report")),
    link=texts,
    page=texts,
    day=st.none() | days,
    count=counts,
    total=counts,
    table=st.just("") | st.sampled_from(("0" * 64, "f" * 64)),
    earlier=st.booleans(),
)
quote_ids = st.sampled_from(("q1", "q2", "q3"))
talk_ids = st.sampled_from(("talk1", "talk2", "talk3"))
theme_ids = st.sampled_from(("th1", "th2", "th3"))
linked_evidence = st.builds(
    Evidence,
    id=ids,
    source=st.just("interviews"),
    against=st.booleans(),
    quotes=st.lists(quote_ids, max_size=2, unique=True).map(tuple),
    theme=st.just("") | theme_ids,
    interviews=st.lists(talk_ids, max_size=2, unique=True).map(tuple),
)
evidences = st.lists(evidence | linked_evidence, max_size=2, unique_by=lambda each: each.id).map(
    tuple
)
tests = st.builds(NextTest, what=texts, keep_if=texts, who=texts, by=st.none() | days)
terms = st.builds(Term, id=ids, text=words, evidence=evidences, next_test=tests)
pairs = st.builds(Pair, id=ids, first=words, second=texts, evidence=evidences, next_test=tests)
page_blocks = st.sampled_from(("who", "buy", "now"))
page_texts = st.builds(PageText, block=page_blocks, text=words)
number_ranges = st.builds(NumberRange, low=figures, high=figures, unit=texts)
money_ranges = st.builds(
    MoneyRange, low=figures, high=figures, currency=st.sampled_from(("EUR", "USD")), unit=texts
)
values = st.one_of(
    st.builds(Text, text=words),
    st.builds(Choice, choice=ids),
    st.lists(terms, min_size=1, max_size=3, unique_by=lambda each: each.id).map(
        lambda items: Terms(items=tuple(items))
    ),
    st.lists(pairs, min_size=1, max_size=3, unique_by=lambda each: each.id).map(
        lambda items: Pairs(items=tuple(items))
    ),
    number_ranges,
    money_ranges,
    st.builds(Day, day=days),
    st.builds(YesNo, yes=st.booleans()),
).filter(lambda value: not is_empty(value))
reasons = st.sampled_from(("", *REASONS)) | texts
weights = st.sampled_from((*WEIGHTS, *NEGATIVE_WEIGHTS))


def answers_of(field: str) -> st.SearchStrategy[Answer]:
    """Answers to one field."""
    return st.builds(
        Answer,
        field=st.just(field),
        value=st.none() | values,
        weight=weights,
        evidence=evidences,
        next_test=tests,
        reason=reasons,
    )


answers = st.lists(
    st.sampled_from(FIELDS).flatmap(answers_of), max_size=4, unique_by=lambda each: each.field
).map(tuple)
profiles = st.builds(
    Profile,
    id=ids,
    name=texts,
    market=st.sampled_from(MARKETS),
    kind=st.sampled_from(("ideal", "negative")),
    retired=st.none() | st.builds(Retirement, reason=texts, day=days),
    summary=texts,
    page=st.lists(page_texts, max_size=2, unique_by=lambda each: each.block).map(tuple),
    answers=answers,
)
source_names = st.sampled_from(("Yearbook", "yearbook ", "City report", ""))
reports = st.builds(Report, id=ids, name=source_names, link=texts, day=st.none() | days, note=texts)
themes = st.builds(Theme, id=theme_ids, name=texts, note=texts)


def _with_quotes(talk: Interview, marks: list[tuple[int, int, tuple[str, ...]]]) -> Interview:
    """Mark words of a talk as quotes, at most one in each of its texts."""
    quotes = []
    for (start, length, named), question in zip(
        marks, (NOTES, *(each.question for each in talk.answers)), strict=False
    ):
        words = talk.text_of(question)[start : start + length]
        if words.strip():
            quote_id = f"q{len(quotes)}-{talk.id}" if quotes else "q1"
            quotes.append(
                Quote(id=quote_id, question=question, start=start, text=words, themes=named)
            )
    return replace(talk, quotes=tuple(quotes))


permissions = st.builds(
    Permission,
    how=texts,
    day=st.none() | days,
    withdrawn=st.none() | days,
    keep_until=st.none() | days,
)
plain_interviews = st.builds(
    Interview,
    id=talk_ids | ids,
    day=st.none() | days,
    person=texts,
    role=texts,
    company=texts,
    consent=st.sampled_from(CONSENTS),
    answers=st.lists(
        st.builds(
            InterviewAnswer,
            question=words,
            text=texts,
            asked=texts,
            picked=st.lists(words, max_size=2).map(tuple),
        ),
        max_size=3,
        unique_by=lambda each: each.question,
    ).map(tuple),
    group=st.sampled_from(GROUPS),
    people=st.integers(1, 12),
    profile=st.just("") | ids,
    segment=texts,
    questionnaire=st.just("") | ids,
    edition=st.integers(0, 9),
    notes=texts,
    source=texts,
    permission=permissions,
)
interviews = st.builds(
    _with_quotes,
    plain_interviews,
    st.lists(
        st.tuples(
            st.integers(0, 10),
            st.integers(1, 20),
            st.lists(theme_ids, max_size=2, unique=True).map(tuple),
        ),
        max_size=3,
    ),
)
columns = st.builds(
    Column,
    heading=texts,
    meaning=st.sampled_from(("", "name", "company.industry")),
    type=st.sampled_from(("text", "terms", "number", "money", "date", "yes_no")),
    spellings=st.lists(st.builds(Spelling, written=texts, meant=texts), max_size=2).map(tuple),
)
tables = st.builds(
    Table,
    id=ids,
    name=texts,
    role=st.sampled_from(TABLE_ROLES),
    body=st.binary(max_size=40).map(lambda data: make_body(data, "csv")),
    columns=st.lists(columns, max_size=2).map(tuple),
    rows=st.integers(0, 100_000),
    day=st.none() | days,
)
brands = st.builds(
    Brand,
    logo=st.none() | st.binary(max_size=40).map(lambda data: make_body(data, "png")),
    colour=st.sampled_from(("", "#0F5E63")),
    footer=texts,
)
rules = st.none() | st.lists(
    st.builds(Condition, column=texts, test=st.sampled_from(CONDITION_TESTS), value=texts),
    max_size=3,
).map(lambda conditions: Rule(conditions=tuple(conditions)))
bad_fit_costs = st.builds(
    BadFitCosts,
    hours=figures,
    hourly_rate=figures,
    refunds=figures,
    discounts=figures,
    other=figures,
)
questionnaires = st.builds(OwnQuestionnaire, id=ids, source=texts)
returns = st.builds(Return, digest=texts, day=days, result=ids)
forms = st.builds(
    Form,
    id=ids,
    questionnaire=ids,
    title=texts,
    edition=st.integers(1, 9),
    sent=days,
    channel=st.sampled_from(CHANNELS),
    source=texts,
    profile=ids,
    person=texts,
    role=texts,
    due=st.none() | days,
    returns=st.lists(returns, max_size=2).map(tuple),
    closed=st.booleans(),
)
voice_answers = st.builds(VoiceAnswer, field=st.sampled_from(FIELDS), value=values)
voices = st.builds(
    Voice,
    id=ids,
    profile=ids,
    person=texts,
    role=texts,
    day=st.none() | days,
    answers=st.lists(voice_answers, max_size=2, unique_by=lambda each: each.field).map(tuple),
)
decisions = st.builds(
    Decision,
    id=ids,
    profile=ids,
    field=st.sampled_from(FIELDS),
    value=values,
    day=days,
    by=texts,
    reason=texts,
)
persona_ids = st.sampled_from(("per1", "per2", "per3"))
line_ids = st.sampled_from(("ln1", "ln2", "ln3"))
pictures = st.none() | st.binary(max_size=40).map(lambda data: make_body(data, "png"))
persona_parts = st.lists(st.sampled_from(PARTS), unique=True, max_size=3).map(tuple)
lines = st.builds(
    PersonaLine,
    id=line_ids,
    topic=st.sampled_from(TOPICS),
    text=words,
    evidence=evidences,
    field=st.just("") | st.sampled_from(FIELDS),
    item=st.just("") | ids,
)
several_lines = st.lists(lines, max_size=3, unique_by=lambda each: each.id).map(tuple)
personas = st.builds(
    Persona,
    id=persona_ids,
    profile=ids,
    title=texts,
    occupation=texts,
    parts=persona_parts,
    lines=several_lines,
    quote=st.just("") | quote_ids,
    shown=st.booleans(),
    name=texts,
    picture=pictures,
)


triggers = st.builds(
    Trigger,
    id=ids,
    occasion=st.sampled_from(OCCASIONS),
    text=texts,
    happened=st.none() | days,
)
rhythms = st.sampled_from(RHYTHMS)
review_plans = st.builds(
    ReviewPlan,
    rhythm=rhythms,
    next=st.none() | days,
    triggers=st.lists(triggers, max_size=2, unique_by=lambda each: each.id).map(tuple),
    lists=st.lists(texts, max_size=2).map(tuple),
    edition=st.integers(0, 9),
)
review_figures = st.none() | st.builds(
    Figure, count=st.integers(0, 99), total=st.integers(0, 99), by_hand=st.booleans()
)
review_answers = st.builds(
    ReviewAnswer,
    question=st.sampled_from(QUESTIONS),
    verdict=st.sampled_from(VERDICTS),
    note=texts,
    now=review_figures,
    before=review_figures,
)
resolves = st.builds(
    Resolve, id=ids, text=texts, who=texts, by=st.none() | days, done=st.booleans()
)
doubts = st.builds(Doubt, profile=ids, field=st.sampled_from(FIELDS), item=ids, words=texts)
review_ids = st.sampled_from(("rev1", "rev2"))
reviews = st.builds(
    Review,
    id=review_ids,
    begun=days,
    finished=st.none() | days,
    answers=st.lists(review_answers, max_size=4, unique_by=lambda each: each.question).map(tuple),
    resolves=st.lists(resolves, max_size=2, unique_by=lambda each: each.id).map(tuple),
    against=ids,
    version=ids,
    kept_as=texts,
    called_by=st.lists(texts, max_size=2).map(tuple),
    doubts=st.lists(doubts, max_size=2).map(tuple),
)
signoffs = st.builds(
    SignOff, id=ids, person=texts, day=days, state=texts, role=texts, kept_as=texts
)

comments = st.builds(
    Comment,
    id=st.sampled_from(("com1", "com2", "com3")),
    day=days,
    text=texts,
    place=st.just("") | ids,
    field=st.just("") | st.sampled_from(FIELDS),
    item=st.just("") | ids,
    who=texts,
    settled=st.booleans(),
)
lead_names = st.sampled_from(("Alder", "Brook", ""))
pilot_ids = st.sampled_from(("pil1", "pil2"))
pilots = st.builds(
    Pilot,
    id=pilot_ids,
    name=texts,
    profile=ids,
    success=texts,
    start=days,
    end=days,
    leads=st.lists(
        st.builds(
            PilotLead,
            name=lead_names,
            inside=st.booleans(),
            tier=st.sampled_from(("", "A", "C")),
            went=st.sampled_from(WENTS),
        ),
        max_size=3,
        unique_by=lambda each: each.name,
    ).map(tuple),
)
candidate_ids = st.sampled_from(("can1", "can2"))
judge_ids = st.sampled_from(("jud1", "jud2"))
judges = st.builds(
    Judge,
    id=judge_ids,
    person=texts,
    role=texts,
    day=st.none() | days,
    judgements=st.lists(
        st.builds(Judgement, candidate=candidate_ids, verdict=st.sampled_from(BLIND_VERDICTS)),
        max_size=2,
        unique_by=lambda each: each.candidate,
    ).map(tuple),
)
test_ids = st.sampled_from(("bli1", "bli2"))
blind_tests = st.builds(
    BlindTest,
    id=test_ids,
    profile=ids,
    day=days,
    listed=st.sampled_from(TABLE_ROLES),
    candidates=st.lists(
        st.builds(
            Candidate,
            id=candidate_ids,
            name=texts,
            facts=st.lists(texts, max_size=2).map(tuple),
            inside=st.booleans(),
            tier=st.sampled_from(("", "A", "B")),
        ),
        max_size=2,
        unique_by=lambda each: each.id,
    ).map(tuple),
    judges=st.lists(judges, max_size=2, unique_by=lambda each: each.id).map(tuple),
    shown=st.none() | days,
)

play_ids = st.sampled_from(("ply1", "ply2"))
plays = st.builds(
    Play,
    id=play_ids,
    profile=ids,
    chapter=st.sampled_from(("messages", "decline")),
    line=texts,
    head=texts,
    text=texts,
    basis=texts,
    edited=st.booleans(),
    hidden=st.booleans(),
)
action_ids = st.sampled_from(("act1", "act2"))
actions = st.builds(
    Action,
    id=action_ids,
    profile=ids,
    what=texts,
    who=texts,
    by=st.none() | days,
    done=st.none() | days,
    play=texts,
)
efforts = st.builds(
    Effort,
    id=st.sampled_from(("eff1", "eff2")),
    profile=ids,
    where=texts,
    hours=st.none() | st.decimals(0, 99, places=1),
    money=st.none() | st.decimals(0, 9999, places=2),
    currency=st.sampled_from(("", "EUR")),
    field=st.just("") | st.sampled_from(FIELDS),
    item=st.just("") | ids,
)


def _some(things: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(things, max_size=2, unique_by=lambda each: each.id).map(tuple)


situations = st.sampled_from(("", *SITUATIONS))
projects = st.builds(
    Project,
    judging=st.builds(Judging, best=rules, worst=rules, costs=bad_fit_costs),
    id=ids,
    client=texts,
    name=texts,
    worksheet=st.just(WORKSHEET),
    language=st.sampled_from(("en", "de")),
    currency=st.sampled_from(("EUR", "USD")),
    sample=st.sampled_from(("", "halfmoon")),
    situation=situations,
    brand=brands,
    about=answers,
    profiles=st.lists(profiles, max_size=3, unique_by=lambda each: each.id).map(tuple),
    interviews=st.lists(interviews, max_size=2, unique_by=lambda each: each.id).map(tuple),
    themes=st.lists(themes, max_size=2, unique_by=lambda each: each.id).map(tuple),
    sources=st.lists(reports, max_size=2, unique_by=lambda each: each.id).map(tuple),
    tables=st.lists(tables, max_size=2, unique_by=lambda each: each.id).map(tuple),
    questionnaires=_some(questionnaires),
    forms=_some(forms),
    voices=_some(voices),
    decisions=_some(decisions),
    personas=_some(personas),
    review_plan=review_plans,
    reviews=_some(reviews),
    signoffs=_some(signoffs),
    pilots=_some(pilots),
    blind_tests=_some(blind_tests),
    plays=_some(plays),
    actions=_some(actions),
    efforts=_some(efforts),
    comments=_some(comments),
)


def edits_of(project: Project) -> st.SearchStrategy[Edit]:
    """Changes that a person could make to a project."""
    places = st.sampled_from((BUSINESS, *(profile.id for profile in project.profiles)))
    field = st.sampled_from(FIELDS)
    always: list[st.SearchStrategy[Edit]] = [
        st.builds(SetValue, place=places, field=field, value=st.none() | values),
        st.builds(SetWeight, place=places, field=field, weight=weights),
        st.builds(SetEvidence, place=places, field=field, evidence=evidences),
        st.builds(SetNextTest, place=places, field=field, next_test=tests),
        st.builds(SetReason, place=places, field=field, reason=reasons),
        st.builds(AddProfile, profile=profiles),
        st.builds(SetSituation, situation=situations),
        st.builds(SetBrand, brand=brands),
        st.builds(SetRule, side=st.sampled_from(("best", "worst")), rule=rules),
        st.builds(SetBadFitCosts, costs=bad_fit_costs),
        st.builds(PutItem, folder=st.just("forms"), item=forms),
        st.builds(PutItem, folder=st.just("comments"), item=comments),
        st.builds(RemoveItem, folder=st.just("comments"), item=st.sampled_from(("com1", "com2"))),
        st.builds(NoteReturn, form=forms, came=returns),
        st.builds(WriteVoice, voice=voices, field=field, value=values),
        st.builds(
            SetProjectDetails,
            client=texts,
            name=texts,
            language=st.sampled_from(("en", "de")),
            currency=st.sampled_from(("EUR", "USD")),
        ),
    ]
    always += [
        st.builds(PutInterview, interview=interviews),
        st.builds(RemoveInterview, interview=talk_ids),
        st.builds(AddTheme, theme=themes),
        st.builds(PutSource, key=source_names.map(source_key), source=reports),
        st.builds(WithdrawSource, key=source_names.map(source_key)),
        st.builds(RenameTheme, theme=theme_ids, name=texts, note=texts),
        st.builds(MergeThemes, theme=theme_ids, into=theme_ids),
        st.builds(RemoveTheme, theme=theme_ids),
        st.builds(
            SplitTheme,
            theme=theme_ids,
            quotes=st.frozensets(quote_ids, max_size=2),
            new=st.builds(Theme, id=ids, name=texts),
        ),
        st.builds(SetQuoteThemes, quote=quote_ids, themes=st.lists(theme_ids).map(tuple)),
        st.builds(StarQuote, quote=quote_ids, starred=st.booleans()),
        st.builds(RemoveQuote, quote=quote_ids),
    ]
    always += [
        st.builds(PutItem, folder=st.just("personas"), item=personas),
        st.builds(RemoveItem, folder=st.just("personas"), item=persona_ids),
        st.builds(RenamePersona, persona=persona_ids, title=texts),
        st.builds(SetOccupation, persona=persona_ids, occupation=texts),
        st.builds(SetParts, persona=persona_ids, parts=persona_parts),
        st.builds(PutLines, persona=persona_ids, lines=several_lines),
        st.builds(RemoveLine, persona=persona_ids, line=line_ids),
        st.builds(SetLineProof, persona=persona_ids, line=line_ids, evidence=evidences),
        st.builds(LinkLine, persona=persona_ids, line=line_ids, piece=linked_evidence),
        st.builds(LeadWithQuote, persona=persona_ids, quote=quote_ids),
        st.builds(ShowFace, persona=persona_ids, shown=st.booleans()),
        st.builds(NamePersona, persona=persona_ids, name=texts),
        st.builds(SetPicture, persona=persona_ids, picture=pictures),
        st.builds(PutItem, folder=st.just("reviews"), item=reviews),
        st.builds(PutItem, folder=st.just("signoffs"), item=signoffs),
        st.builds(PutItem, folder=st.just("pilots"), item=pilots),
        st.builds(LogWent, pilot=pilot_ids, lead=lead_names, went=st.sampled_from(WENTS)),
        st.builds(PutItem, folder=st.just("blind_tests"), item=blind_tests),
        st.builds(PutItem, folder=st.just("plays"), item=plays),
        st.builds(RemoveItem, folder=st.just("plays"), item=play_ids),
        st.builds(PutItem, folder=st.just("actions"), item=actions),
        st.builds(PutItem, folder=st.just("efforts"), item=efforts),
        st.builds(PutJudge, test=test_ids, judge=judges),
        st.builds(RemoveJudge, test=test_ids, judge=judge_ids),
        st.builds(ShowOutcome, test=test_ids, day=days),
        st.builds(PlanReviews, rhythm=rhythms, next=st.none() | days),
        st.builds(PutTrigger, trigger=triggers),
        st.builds(RemoveTrigger, trigger=ids),
        st.builds(FindInReview, review=review_ids, answer=review_answers),
        st.builds(PutResolve, review=review_ids, resolve=resolves),
        st.builds(RemoveResolve, review=review_ids, resolve=ids),
        st.builds(
            FinishReview,
            review=review_ids,
            day=days,
            answers=st.lists(review_answers, max_size=2).map(tuple),
            doubts=st.lists(doubts, max_size=2).map(tuple),
            called_by=st.just(()),
            version=ids,
            kept_as=texts,
            rhythm=rhythms,
            next=st.none() | days,
        ),
    ]
    for talk in project.interviews:
        question = st.sampled_from((NOTES, "new", *(each.question for each in talk.answers)))
        always += [
            st.builds(WriteTalk, interview=st.just(talk.id), question=question, text=texts),
            st.builds(
                PickChoices,
                interview=st.just(talk.id),
                question=question.filter(bool),
                picked=st.lists(words, max_size=2).map(tuple),
            ),
        ]
    if project.profiles:
        profile = st.sampled_from([each.id for each in project.profiles])
        always += [
            st.builds(RenameProfile, profile=profile, name=texts),
            st.builds(SetMarket, profile=profile, market=st.sampled_from(MARKETS)),
            st.builds(SetSummary, profile=profile, summary=texts),
            st.builds(SetPageText, profile=profile, block=page_blocks, text=texts),
            st.builds(SetPage, profile=profile, page=page_texts.map(lambda each: (each,))),
            st.builds(RetireProfile, profile=profile, reason=st.none() | texts, day=days),
            st.builds(RemoveProfile, profile=profile),
        ]
    return st.one_of(always)


def filled_project(project_id: str = "p1", *, answers: int = 6, text: str = "") -> Project:
    """A project of every kind of answer, always the same; plainly invented."""
    proof = Evidence(id="e1", source="interviews", note="Said so twice", count=6, total=9)
    kinds = (
        Text(text=text or "Repairs within a day"),
        Terms(
            items=(Term(id="t1", text="Bakeries", evidence=(proof,)), Term(id="t2", text="Cafés"))
        ),
        Pairs(items=(Pair(id="a1", first="Stock runs out", second="We warn a week ahead"),)),
        NumberRange(low=Decimal(5), high=Decimal("19.5"), unit="people"),
        MoneyRange(low=None, high=Decimal(40_000), currency="EUR", unit="year"),
        YesNo(yes=True),
        Day(day=date(2026, 11, 21)),
        Choice(choice="online"),
    )
    filled = tuple(
        Answer(field=f"field.{n}", value=kinds[n % len(kinds)], weight="must", evidence=(proof,))
        for n in range(answers)
    )
    industry = Answer(field="company.industry", value=kinds[1])
    profile = Profile(id="bakers", name="Town bakers", market="b2b", answers=(industry, *filled))
    other = Profile(id="chains", name="Chains", market="b2b", kind="negative", answers=filled[:2])
    interview = Interview(
        id="talk1",
        day=date(2026, 10, 3),
        person="Ottilie Krume",
        role="Owner",
        company="Krume & Sons",
        consent="anonymous",
        answers=(InterviewAnswer(question="why", text="It saves the early morning."),),
    )
    return Project(
        id=project_id,
        client="Krume & Sons",
        name="Profiles",
        worksheet=WORKSHEET,
        about=(Answer(field="about.offers", value=kinds[0]),),
        profiles=(profile, other),
        interviews=(interview,),
    )
