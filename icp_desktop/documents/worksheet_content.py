"""The blank worksheet: every question with its guidance, to be answered by hand."""

from icp_desktop.documents.content import (
    MARKET_NAMES,
    Request,
    chosen_profile,
    language_of,
)
from icp_desktop.i18n import _, later
from icp_desktop.model.project import Market
from icp_desktop.model.record import record
from icp_desktop.model.values import Kind
from icp_desktop.worksheet.definitions import Field, Option, Section, Size
from icp_desktop.worksheet.shipped import worksheet_of

_SENTENCE = (
    later("Our ideal customer is"),
    "",
    later("who"),
    "",
    later("and wants"),
    "",
    later("rather than"),
    "",
)


@record
class BlankField:
    """A question with its guidance, to be answered by hand."""

    field_id: str
    label: str
    why: str
    question: str
    good: str
    weak: str
    kind: Kind
    size: Size
    choices: tuple[Option, ...]
    units: tuple[Option, ...]
    first_label: str
    second_label: str
    core: bool
    weighed: bool


@record
class BlankSection:
    """A section of the blank worksheet."""

    section_id: str
    label: str
    lead: str
    fields: tuple[BlankField, ...]


@record
class WorksheetContent:
    """The blank worksheet for one market; "" in `sentence` stands for a blank."""

    title: str
    client: str
    market: Market
    market_words: str
    edition: int
    language: str
    footer: str
    sections: tuple[BlankSection, ...]
    sentence: tuple[str, ...]


def make_worksheet_content(request: Request) -> WorksheetContent:
    """Gather the questions for the market of the chosen profile; raise KnownError if none."""
    market = chosen_profile(request).market
    worksheet = worksheet_of(request.project)
    sections = (_section(section, market) for section in worksheet.sections)
    for_whom = _(MARKET_NAMES[market])
    whose = request.project.brand.footer or request.prepared_by
    edition = _("{title}, edition {n}", title=worksheet.title, n=worksheet.edition)
    return WorksheetContent(
        title=_("Who is your ideal customer?"),
        client=request.project.client,
        market=market,
        market_words=for_whom,
        edition=worksheet.edition,
        language=language_of(request),
        footer=" · ".join(part for part in (edition, for_whom, whose) if part),
        sections=tuple(section for section in sections if section.fields),
        sentence=tuple(_(words) if words else "" for words in _SENTENCE),
    )


def _section(section: Section, market: Market) -> BlankSection:
    words = section.wording(market)
    weighed = section.scope == "profile"
    return BlankSection(
        section_id=section.id,
        label=words.label,
        lead=words.lead,
        fields=tuple(_field(field, market, weighed=weighed) for field in section.core(market)),
    )


def _field(field: Field, market: Market, *, weighed: bool) -> BlankField:
    words = field.wording(market)
    return BlankField(
        field_id=field.id,
        label=words.label,
        why=words.why,
        question=words.question,
        good=words.good,
        weak=words.weak,
        kind=field.kind,
        size=field.size,
        choices=field.choices,
        units=field.units,
        first_label=words.first,
        second_label=words.second,
        core=field.is_core(market),
        weighed=weighed,
    )
