"""The log of sources: each once, with the answers that rest on it."""

from collections.abc import Iterator
from datetime import date

from icp_desktop.i18n import _
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.project import Answer, Market, Project
from icp_desktop.model.record import record
from icp_desktop.model.report import Report, piece_key, source_key
from icp_desktop.model.values import Pair, Pairs, Terms
from icp_desktop.worksheet.definitions import Worksheet


@record
class Use:
    """One answer, or one entry of a list, that rests on a source or is contradicted by it."""

    place: str
    profile: str
    field: str
    label: str
    item: str = ""
    page: str = ""
    note: str = ""
    against: bool = False


@record
class LoggedSource:
    """A source with what rests on it; `source` says of what kind the proof from it is."""

    key: str
    name: str
    link: str
    day: date | None
    note: str
    source: Source
    uses: tuple[Use, ...]

    @property
    def answers(self) -> int:
        """How many answers rest on it."""
        return len({(use.place, use.field) for use in self.uses})

    def speaks_of(self, words: str) -> bool:
        """Say whether it or one of its answers has these words."""
        sought = source_key(words)
        texts = (self.name, self.link, self.note)
        uses = (text for use in self.uses for text in (use.label, use.item, use.note, use.profile))
        return any(sought in source_key(text) for text in (*texts, *uses))


def source_log(project: Project, worksheet: Worksheet) -> tuple[LoggedSource, ...]:
    """Return every source of a project by name, those without a name last."""
    pieces: dict[str, list[tuple[Evidence, Use]]] = {}
    for piece, use in _uses(project, worksheet):
        if key := piece_key(piece):
            pieces.setdefault(key, []).append((piece, use))
    reports = {source_key(each.name): each for each in project.sources}
    keys = dict.fromkeys((*reports, *pieces))
    logged = [_logged(key, reports.get(key), pieces.get(key, [])) for key in keys]
    return tuple(sorted(logged, key=lambda each: (not each.name, each.key)))


def _logged(key: str, report: Report | None, pieces: list[tuple[Evidence, Use]]) -> LoggedSource:
    named = next((piece for piece, _use in pieces if piece.reference), None)
    links = (piece.link for piece, _use in pieces)
    days = (piece.day for piece, _use in pieces)
    name = report.name if report else (named.reference if named else "")
    return LoggedSource(
        key=key,
        name=" ".join(name.split()),
        link=(report.link if report else "") or next(filter(None, links), ""),
        day=(report.day if report else None) or max(filter(None, days), default=None),
        note=report.note if report else "",
        source=pieces[0][0].source if pieces else "outside",
        uses=tuple(dict.fromkeys(use for _piece, use in pieces)),
    )


def _uses(project: Project, worksheet: Worksheet) -> Iterator[tuple[Evidence, Use]]:
    market: Market = project.profiles[0].market if project.profiles else "both"
    labels = _Labels(worksheet)
    for answer in project.about:
        yield from _in_answer(answer, BUSINESS, _("About us"), labels.of(answer.field, market))
    for profile in project.profiles:
        for answer in profile.answers:
            label = labels.of(answer.field, profile.market)
            yield from _in_answer(answer, profile.id, profile.name, label)


def _in_answer(
    answer: Answer, place: str, profile: str, label: str
) -> Iterator[tuple[Evidence, Use]]:
    def use(piece: Evidence, item: str = "") -> Use:
        return Use(
            place=place,
            profile=profile,
            field=answer.field,
            label=label,
            item=item,
            page=piece.page.strip(),
            note=piece.note.strip(),
            against=piece.against,
        )

    for piece in answer.evidence:
        yield piece, use(piece)
    if isinstance(answer.value, Terms | Pairs):
        for item in answer.value.items:
            text = item.first if isinstance(item, Pair) else item.text
            for piece in item.evidence:
                yield piece, use(piece, text)


class _Labels:
    """The names of fields; a field that the worksheet no longer asks goes by its id."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._fields = {field.id: field for field in worksheet.fields()}

    def of(self, field_id: str, market: Market) -> str:
        field = self._fields.get(field_id)
        return field.wording(market).label if field else field_id
