"""Switching whom a profile is of, and back, gives the identical project: on every sample."""

from itertools import product

import pytest

from icp_desktop.codec.parts import to_parts
from icp_desktop.model.edits import SetMarket
from icp_desktop.model.project import MARKETS, Market
from icp_desktop.open_project import OpenProject
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import worksheet_of


@pytest.mark.parametrize("sample", sample_ids())
def test_there_and_back_is_the_identical_project(sample: str) -> None:
    project = make_sample(sample)
    for profile, way in product(project.profiles, product(MARKETS, repeat=2)):
        opened = OpenProject(project)
        for market in (*way, profile.market):
            opened.do(SetMarket(profile=profile.id, market=market))
        assert opened.project == project
        assert to_parts(opened.project) == to_parts(project)
        while opened.undo():
            pass
        assert opened.project is project


@pytest.mark.parametrize("sample", sample_ids())
@pytest.mark.parametrize("market", MARKETS)
def test_every_market_asks_something_else_and_hides_nothing_for_good(
    sample: str, market: Market
) -> None:
    project = make_sample(sample)
    profile = project.profiles[0]
    switched = SetMarket(profile=profile.id, market=market).apply(project)
    assert switched.profile(profile.id).answers is profile.answers
    sections = worksheet_of(project).sections
    assert all(section.core(market) for section in sections if section.scope == "profile")
