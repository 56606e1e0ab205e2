"""What the list of leads and the card to score by hand say."""

from dataclasses import replace
from datetime import date

from icp_desktop.documents.charts import Chart, draw_range, draw_shares, shares_of
from icp_desktop.documents.content import WEIGHT_NAMES, Request, chosen_profile, language_of
from icp_desktop.documents.scorecard import ranked
from icp_desktop.i18n import _, n_
from icp_desktop.insight.customers import customers_of, leads_of, nobody
from icp_desktop.insight.fit import A_FROM, B_FROM
from icp_desktop.insight.lead_words import detail_of, say_inside, say_range, say_tier, why_out
from icp_desktop.insight.pilots import result_of, say_result, say_span
from icp_desktop.insight.reasons import ask_next, moment_of
from icp_desktop.insight.scoring import Scored, say_timing, score
from icp_desktop.model.pilot import Pilot
from icp_desktop.model.project import NEGATIVE_WEIGHTS, WEIGHTS, Profile, Weight
from icp_desktop.model.record import record
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.shipped import worksheet_of

MOST_PRINTED = 150  # leads; the workbook has them all


@record
class LeadLine:
    """One lead as it is printed."""

    place: str
    name: str
    detail: str
    tier: str
    bar: Chart | None
    span: str
    timing: str
    moment: str
    next: str


@record
class PilotLines:
    """A pilot as it is printed: its counts, and the names of those with success."""

    name: str
    span: str
    success: str
    result: str
    chart: Chart | None
    reached: str


@record
class LeadsContent:
    """Everything the list of leads says; without leads there is only the lead sentence."""

    client: str
    profile: str
    language: str
    lead: str
    footer: str
    lines: tuple[LeadLine, ...] = ()
    more: str = ""
    blind: str = ""
    inside: str = ""
    pilots: tuple[PilotLines, ...] = ()


@record
class CardLine:
    """One criterion on the card."""

    label: str
    words: str


@record
class CardGroup:
    """The criteria of one weight, with what each of them counts."""

    title: str
    points: int
    lines: tuple[CardLine, ...]


@record
class CardContent:
    """A card to score somebody by hand: what to tick, and what the sum says."""

    client: str
    profile: str
    language: str
    footer: str
    groups: tuple[CardGroup, ...]
    rules_out: tuple[CardLine, ...]
    warns: tuple[CardLine, ...]
    points: int
    a_from: int
    b_from: int
    criteria: int = 0


def score_all(request: Request) -> Scored:
    """Score the leads of a project, else its customers; without a list, nobody."""
    project = request.project
    leads = leads_of(project) or customers_of(project) or nobody()
    return score(project, profile_to_fit(request), worksheet_of(project), leads)


def profile_to_fit(request: Request) -> Profile:
    """Return the profile that leads are held against: never the one that is not a fit."""
    chosen = chosen_profile(request)
    if chosen.kind == "ideal":
        return chosen
    ideal = [p for p in request.project.profiles if p.kind == "ideal" and p.retired is None]
    return ideal[0] if ideal else chosen


def make_leads(request: Request) -> LeadsContent:
    """Return the leads of a project, the best fits first."""
    project = request.project
    scored = score_all(request)
    content = LeadsContent(
        client=project.client,
        profile=profile_to_fit(request).name,
        language=language_of(request),
        lead=_lead(scored),
        footer=_footer(scored, request),
        inside=say_inside(),
        pilots=tuple(_pilot(each, request.today) for each in project.pilots),
        lines=tuple(
            _line(scored, row, place) for place, row in enumerate(ranked(scored)[:MOST_PRINTED], 1)
        ),
    )
    if not scored.rows:
        return content
    rest = scored.rows - MOST_PRINTED
    blind = [each.label for each in scored.criteria if each.feature is None and each.points]
    return replace(
        content,
        more=n_("and {n} more, in the workbook", "and {n} more, in the workbook", rest)
        if rest > 0
        else "",
        blind=", ".join(dict.fromkeys(blind)),
    )


def make_card(request: Request) -> CardContent:
    """Return the card of a profile."""
    scored = score_all(request)
    everything = sum(each.points for each in scored.criteria)

    def lines(weight: Weight) -> tuple[CardLine, ...]:
        return tuple(
            CardLine(label=each.label, words=each.words)
            for each in scored.criteria
            if each.weight == weight
        )

    groups = [
        CardGroup(
            title=_(WEIGHT_NAMES[weight]),
            points=next(e.points for e in scored.criteria if e.weight == weight),
            lines=lines(weight),
        )
        for weight in WEIGHTS
        if lines(weight)
    ]
    rules_out, warns = (lines(weight) for weight in NEGATIVE_WEIGHTS)
    return CardContent(
        client=request.project.client,
        profile=profile_to_fit(request).name,
        language=language_of(request),
        footer=" · ".join(part for part in (say_day(request.today), request.prepared_by) if part),
        groups=tuple(groups),
        rules_out=rules_out,
        warns=warns,
        points=everything,
        criteria=len(scored.criteria),
        a_from=-(-everything * A_FROM // 100),  # so many points and not one less
        b_from=-(-everything * B_FROM // 100),
    )


def _line(scored: Scored, row: int, place: int) -> LeadLine:
    found = scored.frame.row(row, named=True)
    out = bool(found["ruled_out"])
    question = ask_next(scored, row)
    low, high = int(found["low"]), int(found["high"])
    return LeadLine(
        place=str(place),
        name=scored.leads.names[row],
        detail=detail_of(scored, row),
        tier=_("Ruled out") if out else say_tier(found["tier"], found["may_reach"]),
        bar=None if out else draw_range(low, high),
        span=say_range(low, high),
        timing="" if out else say_timing(found["timing"]),
        moment=moment_of(scored, row),
        next=why_out(scored, row) if out else question.criterion.question if question else "",
    )


def _pilot(pilot: Pilot, today: date) -> PilotLines:
    counts = result_of(pilot).found.counts
    chart = None
    if counts.of_best and counts.of_others:
        best, others = shares_of(counts)
        chart = draw_shares(best, others, words=say_result(pilot))
    reached = [each.name for each in pilot.leads if each.went == "yes"]
    return PilotLines(
        name=pilot.name,
        span=say_span(pilot, today),
        success=pilot.success,
        result=say_result(pilot),
        chart=chart,
        reached=", ".join(reached),
    )


def _lead(scored: Scored) -> str:
    if not scored.rows:
        return _(
            "No list of leads has been read in. With one, this says how well each fits, and what "
            "to ask next."
        )
    frame = scored.frame
    parts = []
    for tier in ("A", "B", "C"):
        count = len(frame.filter((frame["tier"] == tier) & ~frame["ruled_out"]))
        if count:
            parts.append(_("{n} in Tier {tier}", n=count, tier=tier))
    if out := int(frame["ruled_out"].sum()):
        parts.append(n_("{n} ruled out", "{n} ruled out", out))
    whole = n_("Of {n} lead", "Of {n} leads", scored.rows)
    return _("{whole}: {parts}.", whole=whole, parts=", ".join(parts))


def _footer(scored: Scored, request: Request) -> str:
    day = scored.leads.day
    listed = _("List of {day}", day=say_day(day)) if day else scored.leads.name
    return " · ".join(part for part in (listed, request.prepared_by) if part)
