"""Every file of the corpus is read right, nearly all without a choice by hand."""

from dataclasses import replace

import pytest
from tables.corpus import Case
from tables.generated_files import GENERATED
from tables.invented import setting
from tables.odd_files import ODD
from tables.program_files import PROGRAMS

from icp_desktop.errors import KnownError
from icp_desktop.tables.checking import check
from icp_desktop.tables.layout import Layout
from icp_desktop.tables.opening import Source, text_layout
from icp_desktop.tables.planning import Draft, draft, draft_with

ALL = [*PROGRAMS, *ODD, *GENERATED]


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert len(PROGRAMS) >= 15
    assert len(GENERATED) >= 20
    assert len(ALL) >= 60
    assert sum(1 for case in ALL if any(case.choice)) <= len(ALL) // 10
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_file_is_read_right(case: Case) -> None:
    source = Source("list.csv", case.data)
    if case.refused:
        with pytest.raises(KnownError, match=case.refused):
            draft(source, case.role, setting())
        return
    found = _chosen(draft(source, case.role, setting()), case)
    checked = check(found.plan, found.grid)
    kept = checked.frame.filter(checked.stays)
    assert {name: kept[name].to_list() for name in kept.columns} == case.columns
    assert tuple(checked.rows.filter(~checked.stays).to_list()) == case.rows_out


def _chosen(found: Draft, case: Case) -> Draft:
    """Make the one choice that nothing in the file says."""
    what, value = case.choice
    if what == "encoding":
        layout = text_layout(found.source, Layout(form="csv", encoding=value), lambda _cell: False)
        return draft_with(found.source, case.role, layout, setting())
    if what == "order":
        columns = tuple(
            replace(each, reading=replace(each.reading, order=value, doubts=()))
            if each.reading.type == "date"
            else each
            for each in found.plan.columns
        )
        return found._replace(plan=replace(found.plan, columns=columns))
    return found
