"""Everything the documents say of one profile, gathered from the project."""

from collections.abc import Iterable
from dataclasses import replace

from icp_desktop.checks.grades import Grade
from icp_desktop.checks.weights import WEIGHT_RANK
from icp_desktop.documents.content import (
    MARKET_NAMES,
    Block,
    Fact,
    ProfileContent,
    ProofCounts,
    Request,
    Row,
    chosen_profile,
    language_of,
)
from icp_desktop.documents.review_words import say_signed
from icp_desktop.documents.rows import make_row
from icp_desktop.documents.sources import based_on, how_made
from icp_desktop.documents.talk_content import theme_lines
from icp_desktop.documents.unproven import list_unproven
from icp_desktop.documents.words import in_sentence
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Answer, Profile, ProfileKind, find_answer
from icp_desktop.worksheet.definitions import Section, Worksheet
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.sentence import sentence
from icp_desktop.worksheet.shipped import worksheet_of


def make_profile_content(request: Request) -> ProfileContent:
    """Gather what is said of the chosen profile; raise KnownError if there is none."""
    project, profile = request.project, chosen_profile(request)
    worksheet = worksheet_of(project)
    blocks = _profile_blocks(profile, worksheet)
    negative = profile.kind == "negative"
    who_not = None if negative else _who_not(request, worksheet, profile, blocks)
    if not negative:
        blocks = tuple(_without_ruling_out(block) for block in blocks)
    rows = [row for block in blocks for row in block.rows]
    counts = _counts(blocks)
    musts = [row for row in rows if row.weight in ("must", "rules_out")]
    every_row = (*rows, *(who_not.rows if who_not else ()))
    return ProfileContent(
        title=profile.name,
        client=project.client,
        kind=profile.kind,
        market=profile.market,
        language=language_of(request),
        kind_words=_("Not a fit") if negative else _("Ideal customer profile"),
        market_words=_(MARKET_NAMES[profile.market]),
        version_words=version_words(request),
        footer=footer_words(request),
        retired=_retired(profile),
        sentence=sentence(profile, worksheet),
        page=profile.page,
        headline=f"{_headline(counts, musts, profile.kind)} {_disputed(musts)}".strip(),
        facts=_facts(request, every_row, counts),
        musts_label=_("Rules a customer out") if negative else _("A good customer must have"),
        musts=tuple(musts),
        ruled_out_label=_("Is a warning") if negative else _("Ruled out"),
        ruled_out=tuple(_ruled_out(rows, who_not, profile.kind)),
        blocks=blocks,
        about=_about(request, worksheet, profile),
        who_not=who_not,
        not_yet_proven=list_unproven(project, profile, worksheet),
        counts=counts,
        themes=theme_lines(project, profile.id),
        how_made=how_made(project, every_row),
        agreed=say_signed(project),
        first_step=_first_step(profile, worksheet),
    )


def version_words(request: Request) -> str:
    """Return "Version 4, 21 November 2026", or that nothing was kept yet."""
    day = say_day(request.today)
    if not request.version:
        return _("Draft of {day}", day=day)
    return _("Version {name}, {day}", name=request.version, day=day)


def footer_words(request: Request) -> str:
    """Return the line at the foot of every page: the brand’s own, or who made what for whom."""
    if request.project.brand.footer:
        return request.project.brand.footer
    client, by = request.project.client, request.prepared_by
    if client and by:
        prepared = _("Prepared for {client} by {name}", client=client, name=by)
    elif client or by:
        prepared = client or _("Prepared by {name}", name=by)
    else:
        prepared = ""
    return " · ".join(part for part in (version_words(request), prepared) if part)


def _profile_blocks(profile: Profile, worksheet: Worksheet) -> tuple[Block, ...]:
    sections = [section for section in worksheet.sections if section.scope == "profile"]
    blocks = (_block(section, profile.answers, profile) for section in sections)
    return tuple(block for block in blocks if block.total or block.rows or block.open_rows)


def _about(request: Request, worksheet: Worksheet, profile: Profile) -> Block | None:
    sections = [section for section in worksheet.sections if section.scope == "business"]
    if not sections:
        return None
    blocks = [_block(section, request.project.about, profile, "ideal") for section in sections]
    first = blocks[0]
    return Block(
        section_id=first.section_id,
        label=first.label,
        lead=first.lead,
        rows=tuple(replace(row, weight_words="") for block in blocks for row in block.rows),
        open_rows=tuple(row for block in blocks for row in block.open_rows),
        marks=tuple(mark for block in blocks for mark in block.marks),
        proven=sum(block.proven for block in blocks),
        total=sum(block.total for block in blocks),
    )


def _block(
    section: Section,
    answers: tuple[Answer, ...],
    profile: Profile,
    kind: ProfileKind | None = None,
) -> Block:
    market = profile.market
    words = section.wording(market)
    rows = [
        make_row(section, field, find_answer(answers, field.id), market, kind or profile.kind)
        for field in section.asked(market)
    ]
    core = [row for row in rows if row.core]
    return Block(
        section_id=section.id,
        label=words.label,
        lead=words.lead,
        rows=tuple(row for row in rows if row.value is not None),
        open_rows=tuple(row for row in rows if row.value is None),
        marks=tuple(row.grade for row in core),
        proven=sum(row.state == "proven" for row in core),
        total=len(core),
    )


def _who_not(
    request: Request, worksheet: Worksheet, profile: Profile, blocks: tuple[Block, ...]
) -> Block | None:
    """Return what rules out or warns: of this profile and of the one that is not a fit."""
    rows = [row for block in blocks for row in block.rows if _speaks_against(row)]
    for other in request.project.profiles:
        if other.kind == "negative" and other.retired is None and other is not profile:
            rows += [row for block in _profile_blocks(other, worksheet) for row in block.rows]
    if not rows:
        return None
    rows.sort(key=lambda row: WEIGHT_RANK[row.weight])
    return Block(
        section_id="who_not",
        label=_("Who it is not"),
        lead=_("Turn these away kindly, or serve them with little effort."),
        rows=tuple(rows),
        open_rows=(),
        marks=tuple(row.grade for row in rows),
        proven=sum(row.state == "proven" for row in rows),
        total=len(rows),
    )


def _speaks_against(row: Row) -> bool:
    return row.weight in ("rules_out", "warns")


def _without_ruling_out(block: Block) -> Block:
    """Return a block without the rows that have moved to “Who it is not”."""
    kept = tuple(row for row in block.rows if not _speaks_against(row))
    return block if len(kept) == len(block.rows) else replace(block, rows=kept)


def _ruled_out(rows: list[Row], who_not: Block | None, kind: ProfileKind) -> list[Row]:
    if kind == "negative":
        return [row for row in rows if row.weight == "warns"]
    return list(who_not.rows) if who_not else []


def _counts(blocks: tuple[Block, ...]) -> ProofCounts:
    marks: list[Grade | None] = [mark for block in blocks for mark in block.marks]
    return ProofCounts(
        customers=marks.count("customers"),
        interviews=marks.count("interviews"),
        outside=marks.count("outside"),
        team=marks.count("team"),
        assumption=marks.count("assumption"),
        open=marks.count(None),
    )


def _headline(counts: ProofCounts, musts: list[Row], kind: ProfileKind) -> str:
    """Return the finding: how much is proven, and which must-have is not."""
    if counts.open == counts.total:
        return _("None of {n} answers is given yet.", n=counts.total)
    proven = _("{n} of {total} answers proven.", n=counts.proven, total=counts.total)
    if kind == "negative":
        return proven
    guesses = [in_sentence(row.label) for row in musts if row.state == "assumed"]
    opinions = [in_sentence(row.label) for row in musts if row.state == "thin"]
    if len(guesses) == 1:
        return f"{proven} " + _("One must-have is still a guess: {field}.", field=guesses[0])
    if guesses:
        text = n_(
            "{n} must-have is still a guess: {fields}.",
            "{n} must-haves are still guesses: {fields}.",
            len(guesses),
            fields=", ".join(guesses),
        )
        return f"{proven} {text}"
    if opinions:
        text = n_(
            "{n} must-have rests on opinion alone: {fields}.",
            "{n} must-haves rest on opinion alone: {fields}.",
            len(opinions),
            fields=", ".join(opinions),
        )
        return f"{proven} {text}"
    return f"{proven} " + _("Every must-have is proven.") if musts else proven


def _disputed(musts: list[Row]) -> str:
    """Return which must-haves something speaks against, "" if none."""
    fields = [in_sentence(row.label) for row in musts if row.against]
    if not fields:
        return ""
    return n_(
        "{n} must-have is disputed: {fields}.",
        "{n} must-haves are disputed: {fields}.",
        len(fields),
        fields=", ".join(fields),
    )


def _facts(request: Request, rows: Iterable[Row], counts: ProofCounts) -> tuple[Fact, ...]:
    profile = chosen_profile(request)
    name = request.version or _("Draft")
    still_open = n_("{n} answer", "{n} answers", counts.open) if counts.open else _("Nothing")
    return (
        Fact(label=_("Market"), text=_(MARKET_NAMES[profile.market])),
        Fact(label=_("Based on"), text=based_on(request.project, rows)),
        Fact(label=_("Version"), text=f"{name}, {say_day(request.today)}"),
        Fact(label=_("Still open"), text=still_open),
    )


def _retired(profile: Profile) -> str:
    if profile.retired is None:
        return ""
    return _(
        "Retired on {day}: {reason}",
        day=say_day(profile.retired.day),
        reason=profile.retired.reason,
    )


def _first_step(profile: Profile, worksheet: Worksheet) -> str:
    """Return what to do first where nothing is answered yet."""
    for section in worksheet.sections:
        if section.scope == "profile" and section.core(profile.market):
            words = section.core(profile.market)[0].wording(profile.market)
            return _(
                "Start with “{field}”: {question} One line is enough; this page fills as you go.",
                field=words.label,
                question=words.question,
            )
    return _("Add a question to the worksheet first.")
