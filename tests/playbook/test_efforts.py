"""Where time and money go: what the profile names, what it does not, and where nothing goes yet."""

from dataclasses import replace
from decimal import Decimal

from icp_desktop.model.play import Effort
from icp_desktop.playbook.efforts import places_of, spending
from icp_desktop.worksheet.samples import make_sample


def test_hours_are_counted_where_the_profile_looks_and_elsewhere() -> None:
    project = make_sample("fitness-studio")
    profile = project.profiles[0]
    places = places_of(project, profile)
    linked = places[0]
    efforts = (
        Effort(id="a", profile=profile.id, where="Leaflets", hours=Decimal(9), money=Decimal(80)),
        Effort(id="b", profile=profile.id, hours=Decimal(2), field=linked.field, item=linked.item),
        Effort(id="c", profile=profile.id, where="a text message BEFORE noon."),
        Effort(id="d", profile="another", where="Radio", hours=Decimal(50)),
    )
    found = spending(replace(project, efforts=efforts), profile)
    assert [(each.where, each.verdict) for each in found.lines[:3]] == [
        ("Leaflets", "not_named"),
        (linked.words, "named"),
        ("a text message BEFORE noon.", "named"),
    ]
    assert (found.hours_elsewhere, found.hours_named) == (9, 2)
    open_places = [each for each in found.lines if each.verdict == "nothing_yet"]
    assert len(open_places) == len(places) - 2
    assert all(each.because and each.effort is None for each in open_places)
