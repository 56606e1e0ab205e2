"""The commands that say what the customers say: contrast and back-test."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from icp_desktop.cli.finding import find_profile
from icp_desktop.cli.output import say, say_json, say_table
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.analysis import SUBJECTS, Analysis, analyse, own_rule
from icp_desktop.insight.backtest import BackTest, back_test, say_group
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.customers import Customers, customers_of
from icp_desktop.insight.rule_words import read_rule, say_one_side
from icp_desktop.insight.statistics import newcombe
from icp_desktop.insight.words import (
    SURE_NAMES,
    pair_sentence,
    say_chance,
    say_left_out,
    say_rule_of,
    say_settled_by,
    say_trait,
    say_win_rates,
    sentence,
)
from icp_desktop.model.judging import Rule
from icp_desktop.model.project import Profile, Project
from icp_desktop.storage.loose_file import open_file
from icp_desktop.worksheet.shipped import worksheet_of


def contrast(call: argparse.Namespace) -> int:
    """Say what differs between the best and the rest, the worst, won deals and quick ones."""
    project = open_file(Path(call.file).absolute()).project
    customers = _customers(project)
    rules: dict[str, Rule | None] = {
        "best": own_rule(project, "best"),
        "worst": own_rule(project, "worst"),
    }
    if call.best:
        rules["best"] = read_rule(call.best, customers)
    if call.worst:
        rules["worst"] = read_rule(call.worst, customers)
    found = [analyse(customers, subject, rules.get(subject)) for subject in SUBJECTS]
    analyses = [analysis for analysis in found if analysis is not None]
    if not analyses:
        raise KnownError(
            _(
                "The list has no figure by which customers could be ranked. Say who is best with "
                "--best, or import a list with revenue, orders or satisfaction."
            )
        )
    for analysis in analyses:
        asked = {"best": call.best, "worst": call.worst}.get(analysis.subject)
        if asked:
            _refuse_one_side(asked, analysis)
    if call.json:
        say_json(_contrast_data(customers, analyses))
        return 0
    for place, analysis in enumerate(analyses):
        if place:
            say("")
        _say_analysis(analysis)
    return 0


def backtest(call: argparse.Namespace) -> int:
    """Say whom a profile would have let in, and what each criterion costs."""
    project = open_file(Path(call.file).absolute()).project
    profile = find_profile(project, call.profile)
    customers = _customers(project)
    result = back_test(project, profile, worksheet_of(project), customers)
    if call.json:
        say_json(_backtest_data(profile, customers, result))
    else:
        _say_backtest(profile, result)
    return 0


def _customers(project: Project) -> Customers:
    customers = customers_of(project)
    if customers is None:
        raise KnownError(
            _(
                "This project has no list of customers yet. Read one in: icp-desktop import "
                "FILE.icp TABLE --as customers."
            )
        )
    return customers


def _refuse_one_side(asked: str, analysis: Analysis) -> None:
    """Stop where a rule leaves nobody to compare with."""
    if why := say_one_side(asked, analysis.groups):
        raise KnownError(why)


def _say_analysis(analysis: Analysis) -> None:
    compared = analysis.contrast
    if analysis.rule is not None and (why := say_one_side(analysis.rule_words, analysis.groups)):
        say(why)
        return
    say(say_rule_of(analysis))
    if analysis.unranked:
        say(
            n_(
                "{n} can’t be judged and is left out.",
                "{n} can’t be judged and are left out.",
                analysis.unranked,
            )
        )
    for row in compared.found:
        chance = say_chance(row, compared.compared)
        say(f"  {_(SURE_NAMES[row.sure])}: {sentence(row, analysis.subject)} {chance}.")
    if not compared.found:
        say(
            "  "
            + n_(
                "Nothing differs for certain, with {n} trait compared.",
                "Nothing differs for certain, with {n} traits compared.",
                compared.compared,
            )
        )
    for pair in analysis.pairs:
        say(f"  {_('Two together')}: {pair_sentence(pair, analysis.subject)}")
    for row in compared.no_difference:
        say(f"  {_(SURE_NAMES['none'])}: {say_trait(row.trait)}. {sentence(row, analysis.subject)}")
        if analysis.subject == "won" and (rates := say_win_rates(row, compared.every)):
            say(f"    {rates}")
    for row in compared.too_few:
        say(f"  {_(SURE_NAMES['few'])}: {sentence(row, analysis.subject)} {say_settled_by(row)}")
    for each in compared.left_out:
        say(f"  {_('Not compared')}: {say_left_out(each)}")


def _say_backtest(profile: Profile, result: BackTest) -> None:
    if not result.criteria:
        say(_("No answer of “{profile}” can be held against this list.", profile=profile.name))
    elif not result.groups:
        say(
            _(
                "Nobody is known to be best or worst, won or lost, so there is nobody to test it "
                "on. Import a list with revenue, orders or deals."
            )
        )
    else:
        say(_("“{profile}” would have let in:", profile=profile.name))
        for group in result.groups:
            count = _("{n} of {of}", n=f"{group.count:,}", of=f"{group.total:,}")
            say(f"  {say_group(group.name)}: {count}")
        heads = tuple(say_group(group.name) for group in result.groups)
        say("", _("Without it we would also let in"))
        say_table(
            [
                ("", *heads),
                *(
                    (
                        f"{cost.criterion.label}: {cost.criterion.words}"[:60],
                        *(_signed(more) for more in cost.more),
                    )
                    for cost in result.costs
                ),
            ]
        )
    if result.unchecked:
        say("", _("No column tells of: {labels}.", labels=", ".join(result.unchecked)))


def _signed(more: int) -> str:
    return f"{more:+,d}" if more else "0"


def _contrast_data(customers: Customers, analyses: Iterable[Analysis]) -> dict[str, Any]:
    return {
        "list": customers.name,
        "customers": customers.rows,
        "unjoined": customers.unjoined,
        "comparisons": [_analysis_data(each) for each in analyses],
    }


def _analysis_data(analysis: Analysis) -> dict[str, Any]:
    compared = analysis.contrast

    def rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
        return [_finding_data(each, analysis) for each in findings]

    return {
        "of": analysis.subject,
        "rule": analysis.rule_words,
        "best": compared.groups.of_best,
        "others": compared.groups.of_others,
        "unranked": analysis.unranked,
        "compared": compared.compared,
        "clear": rows(compared.clear),
        "likely": rows(compared.likely),
        "no_difference": rows(compared.no_difference),
        "too_few": rows(compared.too_few),
        "same_again": rows(compared.same_again),
        "pairs": [
            {
                "traits": [say_trait(pair.first), say_trait(pair.second)],
                "sentence": pair_sentence(pair, analysis.subject),
                "best": pair.counts.best,
                "of_best": pair.counts.of_best,
                "others": pair.counts.others,
                "of_others": pair.counts.of_others,
                "quality": pair.quality,
            }
            for pair in analysis.pairs
        ],
        "set_apart": [
            {"column": each.feature.key, "reason": each.reason} for each in compared.left_out
        ],
    }


def _finding_data(finding: Finding, analysis: Analysis) -> dict[str, Any]:
    counts = finding.counts
    low, high = newcombe(counts)
    return {
        "column": finding.trait.feature.key,
        "meaning": finding.trait.feature.meaning,
        "trait": say_trait(finding.trait),
        "sentence": sentence(finding, analysis.subject),
        "best": counts.best,
        "of_best": counts.of_best,
        "others": counts.others,
        "of_others": counts.of_others,
        "gap": counts.gap,
        "low": low,
        "high": high,
        "p": finding.probability,
        "by_chance": finding.chance,
        "unknown_best": finding.unknown_best,
        "unknown_others": finding.unknown_others,
        "settled_by": finding.settled_by,
    }


def _backtest_data(profile: Profile, customers: Customers, result: BackTest) -> dict[str, Any]:
    names = [group.name for group in result.groups]
    return {
        "profile": profile.name,
        "list": customers.name,
        "groups": [
            {"group": group.name, "accepted": group.count, "of": group.total}
            for group in result.groups
        ],
        "criteria": [
            {
                "field": cost.criterion.field.id,
                "label": cost.criterion.label,
                "answer": cost.criterion.words,
                "weight": cost.criterion.weight,
                "column": cost.criterion.feature.key,
                "without": dict(zip(names, cost.more, strict=True)),
            }
            for cost in result.costs
        ],
        "unchecked": list(result.unchecked),
        "open": result.open,
    }
