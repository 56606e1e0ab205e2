"""The whole project as one JSON text: exactly as it is kept, and once more in words."""

import json
import tomllib
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from icp_desktop.checks.grades import LETTERS
from icp_desktop.codec.parts import to_json
from icp_desktop.documents.consent import cleared, release
from icp_desktop.documents.content import (
    Block,
    ProfileContent,
    Quotation,
    Request,
    Row,
    Unproven,
)
from icp_desktop.documents.one_page import compose_page
from icp_desktop.documents.persona_content import make_cards
from icp_desktop.documents.playbook_words import playbook_words
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile, Project
from icp_desktop.paths import shipped


def write_json(request: Request) -> bytes:
    """Return the project as JSON in UTF-8.

    `project` is the value with its format version, exact but for what nobody agreed to hand out;
    `in_words` says the same per profile for readers who don't know the worksheet; `program` says
    which version of the program wrote it.
    """
    data = {
        "program": {"name": "ICP Desktop", "version": program_version()},
        "made": request.today.isoformat(),
        "project": json.loads(to_json(cleared(request.project))),
        "in_words": words_of_project(request),
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"


def words_of_project(request: Request) -> dict[str, Any]:
    """Return what a project says in words, as plain data."""
    request = release(request)
    project = request.project
    contents = {
        profile.id: make_profile_content(replace(request, profile_id=profile.id))
        for profile in project.profiles
    }
    about = next((c.about for c in contents.values() if c.about is not None), None)
    return {
        "id": project.id,
        "client": project.client,
        "name": project.name,
        "language": project.language,
        "currency": project.currency,
        "about": [] if about is None else _answers(about),
        "profiles": [
            {
                **_profile(each, contents[each.id]),
                "personas": _personas(request, each),
                "playbook": playbook_words(project, each),
                "to_be_done": _actions(project, each),
            }
            for each in project.profiles
        ],
    }


def program_version() -> str:
    """Return the version of the program, from a checkout too; "" where nothing tells it."""
    try:
        return version("icp-desktop")
    except PackageNotFoundError:
        pass
    try:
        declared = tomllib.loads(shipped("pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(declared["project"]["version"])


def _profile(profile: Profile, content: ProfileContent) -> dict[str, Any]:
    own = {answer.field: answer.value for answer in profile.answers}
    who_not = () if content.who_not is None else content.who_not.rows
    rows = [row for row in who_not if row.value is own.pop(row.field_id, None)]
    answers = [answer for block in content.blocks for answer in _answers(block)]
    return {
        "id": profile.id,
        "name": content.title,
        "kind": content.kind,
        "market": content.market,
        "retired": content.retired,
        "sentence": content.sentence,
        "one_page": {block.label: block.text for block in compose_page(content)},
        "proven": content.counts.proven,
        "answered": content.counts.total - content.counts.open,
        "total": content.counts.total,
        "not_yet_proven": [_unproven(each) for each in content.not_yet_proven],
        "answers": [*answers, *(_answer(_("Who it is not"), row) for row in rows)],
    }


def _personas(request: Request, profile: Profile) -> list[dict[str, Any]]:
    cards = make_cards(replace(request, profile_id=profile.id)).cards
    return [
        {
            "id": card.id,
            "title": card.title,
            "occupation": card.occupation,
            "name": card.name,
            "in_the_purchase": [part.name for part in card.parts if part.theirs],
            "quote": _quotation(card.quotation) if card.quotation else None,
            "lines": [
                {
                    "about": block.label,
                    "line": line.text,
                    "grade": line.grade,
                    "letter": LETTERS[line.grade],
                    "words": line.proof_words,
                    "quotes": [_quotation(each) for each in line.quotations],
                    "against": list(line.against),
                }
                for block in card.blocks
                for line in block.lines
            ],
        }
        for card in cards
    ]


def _actions(project: Project, profile: Profile) -> list[dict[str, Any]]:
    return [
        {
            "what": each.what,
            "who": each.who,
            "by": each.by.isoformat() if each.by else "",
            "done": each.done.isoformat() if each.done else "",
        }
        for each in project.actions
        if each.profile == profile.id
    ]


def _quotation(quotation: Quotation) -> dict[str, str]:
    return {"words": quotation.words, "who": quotation.who}


def _unproven(each: Unproven) -> dict[str, Any]:
    return {
        "profile": each.profile_id,
        "field": each.field_id,
        "label": each.label,
        "belief": each.words,
        "weight": each.weight,
        "grade": each.grade,
        "letter": LETTERS[each.grade],
        "words": each.proof_words,
        "disputed": each.disputed,
        "hangs_on_it": each.hangs,
        "next_test": each.test,
        "keep_if": each.keep_if,
        "who": each.who,
        "by": each.by.isoformat() if each.by else "",
    }


def _answers(block: Block) -> list[dict[str, Any]]:
    return [_answer(block.label, row) for row in block.rows]


def _answer(section: str, row: Row) -> dict[str, Any]:
    return {
        "section": section,
        "field": row.field_id,
        "label": row.label,
        "answer": row.words,
        "weight": row.weight,
        "grade": row.grade,
        "letter": LETTERS[row.grade] if row.grade else "",
        "words": row.proof_words,
        "disputed": bool(row.against),
        "against": list(row.against),
        "next_test": row.next_test,
        "reason": row.reason,
    }
