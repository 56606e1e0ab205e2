"""What becomes of every field of every record where a project is shared or begun anew.

What is not declared here is hidden: a new kind of record, or a new field, never gets out because
somebody forgot about it. `tests/sharing/test_declared.py` fails until it is declared.
"""

from collections.abc import Mapping

from icp_desktop.model import brand, comment, evidence, interview, judging, persona, report
from icp_desktop.model import project as projects
from icp_desktop.model import table as tables
from icp_desktop.model import values as answers
from icp_desktop.sharing.declared_team import TEAM
from icp_desktop.sharing.treatments import Treatment

_EVIDENCE: Mapping[str, Treatment] = {
    "id": "kept",
    "source": "kept",
    "against": "kept",
    "note": "words",
    "reference": "source",
    "link": "hidden",
    "page": "words",
    "day": "kept",
    "count": "kept",
    "total": "kept",
    "quotes": "kept",
    "theme": "kept",
    "interviews": "kept",
    "table": "kept",
    "earlier": "kept",
}
_INTERVIEW: Mapping[str, Treatment] = {
    "id": "kept",
    "day": "month",
    "person": "person_gone",
    "role": "words",
    "company": "company_gone",
    "consent": "kept",
    "answers": "inside",
    "group": "kept",
    "people": "kept",
    "profile": "kept",
    "segment": "words",
    "questionnaire": "kept",
    "edition": "kept",
    "notes": "notes",
    "source": "hidden",
    "permission": "hidden",
    "quotes": "inside",
}
_PROJECT: Mapping[str, Treatment] = {
    "id": "kept",
    "client": "client",
    "name": "title",
    "worksheet": "asked",
    "language": "kept",
    "currency": "kept",
    "sample": "kept",
    "situation": "kept",
    "brand": "inside",
    "about": "inside",
    "profiles": "inside",
    "interviews": "inside",
    "themes": "inside",
    "tables": "inside",
    "sources": "inside",
    "personas": "inside",
    "judging": "inside",
    "questionnaires": "inside",
    "forms": "inside",
    "voices": "inside",
    "decisions": "inside",
    "review_plan": "inside",
    "reviews": "inside",
    "signoffs": "inside",
    "print_signoffs": "kept",
    "pilots": "inside",
    "blind_tests": "inside",
    "plays": "inside",
    "actions": "inside",
    "efforts": "inside",
    "comments": "hidden",
    "silenced": "kept",
}
DECLARED: dict[type, Mapping[str, Treatment]] = {
    **TEAM,
    projects.Project: _PROJECT,
    brand.Brand: {"logo": "hidden", "colour": "kept", "footer": "hidden"},
    projects.Profile: {
        "id": "kept",
        "name": "title",
        "market": "kept",
        "kind": "kept",
        "retired": "inside",
        "summary": "words",
        "page": "inside",
        "answers": "inside",
    },
    comment.Comment: {  # what the team says among themselves stays there
        "id": "kept",
        "day": "hidden",
        "text": "hidden",
        "place": "kept",
        "field": "kept",
        "item": "kept",
        "who": "hidden",
        "settled": "kept",
    },
    projects.Retirement: {"reason": "words", "day": "kept"},
    projects.PageText: {"block": "kept", "text": "words"},
    projects.Answer: {
        "field": "kept",
        "value": "inside",
        "weight": "kept",
        "evidence": "inside",
        "next_test": "inside",
        "reason": "words",
    },
    answers.Text: {"text": "words", "kind": "kept"},
    answers.Choice: {"choice": "kept", "kind": "kept"},
    answers.Terms: {"items": "inside", "kind": "kept"},
    answers.Term: {"id": "kept", "text": "words", "evidence": "inside", "next_test": "inside"},
    answers.NumberRange: {"low": "kept", "high": "kept", "unit": "kept", "kind": "kept"},
    answers.MoneyRange: {
        "low": "band",
        "high": "band",
        "currency": "kept",
        "unit": "kept",
        "kind": "kept",
    },
    answers.Day: {"day": "month", "kind": "kept"},
    answers.YesNo: {"yes": "kept", "kind": "kept"},
    answers.Pairs: {"items": "inside", "kind": "kept"},
    answers.Pair: {
        "id": "kept",
        "first": "words",
        "second": "words",
        "evidence": "inside",
        "next_test": "inside",
    },
    evidence.Evidence: _EVIDENCE,
    evidence.NextTest: {"what": "words", "keep_if": "words", "who": "person", "by": "kept"},
    interview.Interview: _INTERVIEW,
    interview.InterviewAnswer: {
        "question": "kept",
        "text": "words",
        "asked": "words",
        "picked": "words",
    },
    interview.Quote: {
        "id": "kept",
        "question": "kept",
        "start": "kept",
        "text": "words",
        "themes": "kept",
        "starred": "kept",
        "speaker": "person_gone",
    },
    interview.Permission: {
        "how": "hidden",
        "day": "hidden",
        "withdrawn": "kept",  # whoever withdrew is left out by that
        "keep_until": "hidden",
    },
    interview.Theme: {"id": "kept", "name": "title", "note": "notes"},
    tables.Table: {
        "id": "kept",
        "name": "hidden",  # that of a file
        "role": "kept",
        "body": "hidden",  # `lists.py` writes another
        "columns": "inside",
        "rows": "kept",
        "day": "kept",
    },
    tables.Column: {
        "heading": "title",
        "meaning": "kept",
        "type": "kept",
        "unit": "kept",
        "currency": "kept",
        "spellings": "hidden",
    },
    tables.Spelling: {"written": "hidden", "meant": "hidden"},
    report.Report: {
        "id": "kept",
        "name": "source",
        "link": "hidden",
        "day": "kept",
        "note": "notes",
    },
    persona.Persona: {
        "id": "kept",
        "profile": "kept",
        "title": "title",
        "occupation": "words",
        "parts": "kept",
        "lines": "inside",
        "quote": "kept",
        "shown": "kept",
        "name": "person_gone",
        "picture": "hidden",
    },
    persona.PersonaLine: {
        "id": "kept",
        "topic": "kept",
        "text": "words",
        "evidence": "inside",
        "field": "kept",
        "item": "kept",
    },
    judging.Judging: {"best": "inside", "worst": "inside", "costs": "hidden"},
    judging.Rule: {"conditions": "inside"},
    judging.Condition: {"column": "title", "test": "kept", "value": "words"},
    judging.BadFitCosts: {
        "hours": "hidden",
        "hourly_rate": "hidden",
        "refunds": "hidden",
        "discounts": "hidden",
        "other": "hidden",
    },
}
TEAM_ONLY = frozenset(("comments",))  # folders that not even the client gets
NAMED_FIELDS = frozenset(("about.best_customers",))  # whose entries are names of customers
# What a new project takes over from an old one: how to ask, not what was answered.
METHOD = frozenset(("worksheet", "language", "currency", "brand", "questionnaires"))


def treatment_of(cls: type, name: str) -> Treatment:
    """Return what becomes of a field; what nobody declared is hidden."""
    return DECLARED.get(cls, {}).get(name, "hidden")
