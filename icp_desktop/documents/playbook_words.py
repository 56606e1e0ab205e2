"""A playbook as plain data: each line with what it rests on, for JSON."""

from typing import Any

from icp_desktop.checks.grades import LETTERS
from icp_desktop.model.project import Profile, Project
from icp_desktop.playbook.composing import ToFind
from icp_desktop.playbook.keeping import Line, playbook_of
from icp_desktop.playbook.sources import Because


def playbook_words(project: Project, profile: Profile) -> list[dict[str, Any]]:
    """Return the chapters of a playbook with their lines, and what is to be found out."""
    return [
        {
            "chapter": part.chapter.id,
            "label": part.chapter.label,
            "lines": [_line(each) for each in part.shown],
            "to_find": [_to_find(each) for each in part.to_find],
        }
        for part in playbook_of(project, profile).parts
    ]


def _line(line: Line) -> dict[str, Any]:
    return {
        "key": line.key,
        "about": line.group,
        "head": line.head,
        "text": line.text,
        "state": line.state,
        "own_words": line.edited or line.state == "own",
        "now": line.now if line.state == "stale" else "",
        "because": [_because(each) for each in line.because],
    }


def _because(because: Because) -> dict[str, Any]:
    return {
        "place": because.place,
        "field": because.field,
        "item": because.item,
        "persona": because.persona,
        "label": because.label,
        "says": because.words,
        "grade": because.grade,
        "letter": LETTERS[because.grade],
        "words": because.proof,
        "disputed": because.disputed,
    }


def _to_find(asked: ToFind) -> dict[str, Any]:
    return {
        "question": asked.question,
        "label": asked.label,
        "place": asked.place,
        "field": asked.field,
        "item": asked.item,
    }
