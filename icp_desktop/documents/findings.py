"""What the document of findings says: the differences, who was compared, and the back-test."""

from dataclasses import replace

from icp_desktop.documents.charts import (
    MOST_DOTS,
    PAPER,
    Chart,
    draw_dots,
    draw_shares,
    draw_sureness,
    shares_of,
)
from icp_desktop.documents.content import Request, chosen_profile, language_of
from icp_desktop.documents.words import join_items
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.analysis import Analysis, Subject, analyse, own_rule
from icp_desktop.insight.backtest import Accepted, BackTest, back_test, say_group
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.customers import Customers, customers_of
from icp_desktop.insight.in_use import fields_in_use
from icp_desktop.insight.pairs import Pair
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.words import (
    HOW_COUNTED,
    SURE_BOXES,
    SURE_NAMES,
    chart_words,
    headline,
    predicate,
    say_rule_of,
    say_settled_by,
    say_trait,
    side_words,
)
from icp_desktop.model.record import record
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.shipped import worksheet_of

_BAR_WIDE, _DOTS_WIDE, _PAIR_BEST, _PAIR_OTHERS = 48.0, 91.0, 54.0, 105.0
_MOST_FEW = 5  # open questions that are told one by one, those nearest to an answer first
_MOST_TITLE = 70  # characters of a title that is a sentence


@record
class FindingLine:
    """One difference as it is printed."""

    sentence: str
    note: str
    best: str
    others: str
    bars: Chart
    boxes: Chart
    sure: str


@record
class FindingGroup:
    """Differences that are equally sure."""

    title: str
    lines: tuple[FindingLine, ...]


@record
class PairPicture:
    """Two traits together, one dot per customer."""

    title: str
    best_words: str
    others_words: str
    best: Chart
    others: Chart
    alone: str
    caption: str


@record
class Comparison:
    """One comparison: what differs, what does not, and two traits together."""

    subject: Subject
    rule: str
    groups: tuple[FindingGroup, ...]
    no_difference: str
    too_few: str
    left_out: str
    pairs: tuple[PairPicture, ...]


@record
class GroupLine:
    """How many of a group the profile lets in."""

    name: str
    words: str
    dots: Chart


@record
class CostLine:
    """What one criterion costs."""

    criterion: str
    more: tuple[str, ...]


@record
class FindingsContent:
    """Everything the document says; without a list there is only the lead."""

    title: str
    client: str
    language: str
    lead: str
    footer: str
    comparisons: tuple[Comparison, ...] = ()
    test_title: str = ""
    groups: tuple[GroupLine, ...] = ()
    heads: tuple[str, ...] = ()
    costs: tuple[CostLine, ...] = ()
    unchecked: str = ""
    how_counted: tuple[tuple[str, str], ...] = ()


def make_findings(request: Request) -> FindingsContent:
    """Return what the customers of a project say, with its back-test."""
    project = request.project
    customers = customers_of(project)
    empty = FindingsContent(
        title=_("No findings yet"),
        client=project.client,
        language=language_of(request),
        lead=_(
            "No list of customers has been read in. With one, this says what sets the best apart."
        ),
        footer=request.prepared_by,
    )
    if customers is None:
        return empty
    analyses = all_analyses(request, customers)
    footer = _footer(customers, request)
    if not analyses:
        return replace(
            empty,
            lead=_(
                "The list has no figure by which customers can be ranked. Say who counts as best."
            ),
            footer=footer,
        )
    first = analyses[0]
    filled = replace(
        empty,
        title=_title(first),
        lead=_lead(first),
        footer=footer,
        comparisons=tuple(_comparison(request, each) for each in analyses),
        how_counted=tuple((_(name), _(words)) for name, words in HOW_COUNTED),
    )
    return _with_test(filled, request, customers)


def all_analyses(request: Request, customers: Customers) -> list[Analysis]:
    """Return the comparisons that are printed: the best, the worst, won deals where there are."""
    found = []
    subjects: tuple[Subject, ...] = ("best", "worst", "won")
    for subject in subjects:
        own = own_rule(request.project, "worst" if subject == "worst" else "best")
        try:
            analysis = analyse(customers, subject, own)
        except KnownError:  # a rule whose value no longer fits its column
            analysis = analyse(customers, subject)
        if analysis is not None:
            found.append(analysis)
    return found


def _footer(customers: Customers, request: Request) -> str:
    rows = n_("{n} customer", "{n} customers", customers.rows)
    day = say_day(customers.day) if customers.day else ""
    listed = _("Customer list of {day}, {rows}", day=day, rows=rows) if day else rows
    return " · ".join(part for part in (listed, request.prepared_by) if part)


def _title(analysis: Analysis) -> str:
    """Return the finding itself as the title."""
    traits = [predicate(row.trait) for row in analysis.contrast.found[:2]]
    if not traits:
        return _("Nothing sets the best apart for certain")
    if len(traits) == 2:
        both = _("The best {first} and {second}", first=traits[0], second=traits[1])
        if len(both) <= _MOST_TITLE:
            return both
    return _("The best {trait}", trait=traits[0])


def _lead(analysis: Analysis) -> str:
    compared = analysis.contrast
    clear, likely = len(compared.clear), len(compared.likely)
    outcome = _("{clear} differ clearly and {likely} likely.", clear=clear, likely=likely)
    if not likely:
        outcome = n_("{n} differs clearly.", "{n} differ clearly.", clear)
    if not clear and not likely:
        outcome = _("none differs for certain.")
    against = n_(
        "Of {n} trait compared, {outcome}",
        "Of {n} traits compared, {outcome}",
        compared.compared,
        outcome=outcome,
    )
    return f"{say_rule_of(analysis)} {against}"


def _comparison(request: Request, analysis: Analysis) -> Comparison:
    compared, subject = analysis.contrast, analysis.subject
    used = fields_in_use(request.project, analysis)
    clear = tuple(_line(row, analysis, used) for row in compared.clear)
    likely = tuple(_line(row, analysis, used) for row in compared.likely)
    groups = []
    if clear:
        title = n_("{n} clear difference", "{n} clear differences", len(clear))
        groups.append(FindingGroup(title=title, lines=clear))
    if likely:
        title = n_("{n} likely difference", "{n} likely differences", len(likely))
        groups.append(FindingGroup(title=title, lines=likely))
    few = [f"{_short(row)}. {say_settled_by(row)}" for row in compared.too_few[:_MOST_FEW]]
    if (more := len(compared.too_few) - _MOST_FEW) > 0:
        few.append(n_("And {n} more.", "And {n} more.", more))
    return Comparison(
        subject=subject,
        rule=say_rule_of(analysis),
        groups=tuple(groups),
        no_difference=join_items(_short(row) for row in compared.no_difference),
        too_few=" ".join(few),
        left_out=join_items(each.feature.label for each in compared.left_out),
        pairs=tuple(_pair(pair, analysis) for pair in analysis.pairs),
    )


def _short(row: Finding) -> str:
    counts = row.counts
    return _(
        "{trait} ({n} of {of}, {m} of {rest})",
        trait=say_trait(row.trait),
        n=counts.best,
        of=counts.of_best,
        m=counts.others,
        rest=counts.of_others,
    )


def _line(row: Finding, analysis: Analysis, used: dict[str, str]) -> FindingLine:
    counts, (ours, theirs) = row.counts, side_words(analysis.subject)
    field = used.get(say_trait(row.trait))
    notes = [_("In the profile: {field}", field=field) if field else _("Not used yet")]
    if row.unknown_best or row.unknown_others:
        notes.append(_("{n} and {m} not known, left out", n=row.unknown_best, m=row.unknown_others))
    sure = _(SURE_NAMES[row.sure])
    return FindingLine(
        sentence=headline(row.trait).rstrip("."),
        note="; ".join(notes),
        best=_("{n} of {of} {side}", n=counts.best, of=counts.of_best, side=ours),
        others=_("{n} of {of} {side}", n=counts.others, of=counts.of_others, side=theirs),
        bars=_bars(counts, analysis.subject),
        boxes=draw_sureness(SURE_BOXES[row.sure], words=sure),
        sure=sure,
    )


def _bars(counts: Counts, subject: Subject) -> Chart:
    ours, theirs = shares_of(counts)
    return draw_shares(ours, theirs, _BAR_WIDE, words=chart_words(counts, subject))


def _pair(pair: Pair, analysis: Analysis) -> PairPicture:
    counts, (first, second) = pair.counts, pair.alone
    ours, theirs = side_words(analysis.subject)
    best = _("{side}: {n} of {of}", side=ours.capitalize(), n=counts.best, of=counts.of_best)
    others = _(
        "{side}: {n} of {of}", side=theirs.capitalize(), n=counts.others, of=counts.of_others
    )
    return PairPicture(
        title=_(
            "They {first} and {second}", first=predicate(pair.first), second=predicate(pair.second)
        ),
        best_words=best,
        others_words=others,
        best=draw_dots(counts.best, counts.of_best, _PAIR_BEST, words=best),
        others=draw_dots(
            counts.others, counts.of_others, _PAIR_OTHERS, solid=PAPER.edge, words=others
        ),
        alone=_(
            "Each trait alone: {a} and {b} of {of}, against {c} and {d} of {rest}. Together they "
            "single out the best better than either alone.",
            a=first.best,
            b=second.best,
            of=first.of_best,
            c=first.others,
            d=second.others,
            rest=first.of_others,
        ),
        caption=_("One dot is one customer. Filled: both are true.")
        if max(counts.of_best, counts.of_others) <= MOST_DOTS
        else _("Filled: both are true."),
    )


def _with_test(content: FindingsContent, request: Request, customers: Customers) -> FindingsContent:
    if not request.project.profiles:
        return content
    profile = chosen_profile(request)
    result = back_test(request.project, profile, worksheet_of(request.project), customers)
    if not result.criteria:
        return content
    return replace(
        content,
        test_title=_("Would “{profile}” have chosen well?", profile=profile.name),
        groups=tuple(_group(each) for each in result.groups),
        heads=tuple(say_group(each.name) for each in result.groups),
        costs=_costs(result),
        unchecked=join_items(result.unchecked),
    )


def _costs(result: BackTest) -> tuple[CostLine, ...]:
    return tuple(
        CostLine(
            criterion=f"{cost.criterion.label}: {cost.criterion.words}",
            more=tuple(f"{more:+d}" if more else "0" for more in cost.more),
        )
        for cost in result.costs
    )


def _group(group: Accepted) -> GroupLine:
    words = _("{n} of {of}", n=group.count, of=group.total)
    name = say_group(group.name)
    solid = PAPER.best if group.name in ("best", "won") else PAPER.ink
    if group.name == "others":
        solid = PAPER.edge
    dots = draw_dots(group.count, group.total, _DOTS_WIDE, solid=solid, words=f"{name}: {words}")
    return GroupLine(name=name, words=words, dots=dots)
