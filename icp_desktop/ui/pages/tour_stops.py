"""What a tour asks, in order: the leading questions of every section, or all of them."""

from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.project import Profile
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.worksheet.definitions import Field, Section, Worksheet

Stop = tuple[Section, Field]


def tour_stops(worksheet: Worksheet, profile: Profile, *, detailed: bool = False) -> list[Stop]:
    """Return the questions of a tour through a worksheet."""
    market = profile.market
    return [
        (section, field)
        for section in worksheet.sections
        for field in (section.asked(market) if detailed else section.core(market))
    ]


def detail_stops(worksheet: Worksheet, profile: Profile) -> list[Stop]:
    """Return the questions that only a detailed tour asks."""
    return [
        (section, field)
        for section, field in tour_stops(worksheet, profile, detailed=True)
        if not field.is_core(profile.market)
    ]


def answers_of(opened: OpenProject, section: Section, profile: Profile) -> Answers:
    """Return where the answers of a section are kept: in a profile or with the business."""
    place = BUSINESS if section.scope == "business" else profile.id
    return Answers(opened, place, profile.market)
