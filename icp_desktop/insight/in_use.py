"""Which answer a finding already stands behind."""

from collections.abc import Iterator

from icp_desktop.insight.analysis import Analysis
from icp_desktop.insight.words import say_trait, sentence
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.values import Pairs, Terms
from icp_desktop.worksheet.shipped import worksheet_of


def fields_in_use(project: Project, analysis: Analysis) -> dict[str, str]:
    """Return for each finding in use the label of the answer that rests on it."""
    digest = analysis.customers.digest
    worksheet = worksheet_of(project)
    proven: dict[str, str] = {}
    for profile in project.profiles:
        for answer in profile.answers:
            for piece in _pieces(answer):
                if piece.table == digest:
                    try:
                        label = worksheet.field(answer.field).wording(profile.market).label
                    except KeyError:
                        continue
                    proven[piece.note] = label
    rows = analysis.contrast.found
    told = {say_trait(row.trait): sentence(row, analysis.subject) for row in rows}
    return {key: proven[words] for key, words in told.items() if words in proven}


def count_earlier(project: Project) -> int:
    """Return how many answers rest on a list that has been imported again since."""
    return sum(
        any(piece.earlier for piece in _pieces(answer))
        for profile in project.profiles
        for answer in profile.answers
    )


def _pieces(answer: Answer) -> Iterator[Evidence]:
    yield from answer.evidence
    if isinstance(answer.value, Terms | Pairs):
        for item in answer.value.items:
            yield from item.evidence
