"""The outcome meanings are data, and every one of them can be used."""

from icp_desktop.model.table import TABLE_ROLES
from icp_desktop.tables.outcomes import outcome, outcomes


def test_every_outcome_is_whole() -> None:
    found = outcomes()
    assert len({each.id for each in found}) == len(found) > 30
    for each in found:
        assert "." not in each.id, "an id with a dot is that of a field"
        assert each.types
        assert each.lists
        assert each.headings
        assert each.better in ("", "high", "low")
        assert all(heading == heading.casefold() for heading in each.headings)


def test_no_heading_means_two_things_in_one_kind_of_list() -> None:
    for role in TABLE_ROLES:
        seen: dict[str, str] = {}
        for each in outcomes(role):
            for heading in each.headings:
                assert seen.setdefault(heading, each.id) == each.id, heading


def test_words_of_a_stage_are_understood_in_any_letters() -> None:
    stage = outcome("stage")
    assert stage.stands_for(" Closed Won ") == "won"
    assert stage.stands_for("LOST") == "lost"
    assert stage.stands_for("Prospecting") == ""
    assert outcome("status").stands_for("Churned") == "left"
