"""Deals find their customers; names that nearly match are proposed, and nothing more."""

import pytest
from tables.invented import DAY, checked, project, table

from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.list_edits import AddSpelling
from icp_desktop.model.table import Spelling
from icp_desktop.tables.combining import added_to
from icp_desktop.tables.frames import read_frame
from icp_desktop.tables.importing import TABLE, propose
from icp_desktop.tables.joining import join, near_names

CUSTOMERS = "id,name,city\nC1,GTX Pro,Leeds\nC2,Brook Ltd,York\nC3,Technology,Hull\n"


@pytest.mark.parametrize(
    ("written", "meant", "alike"),
    [
        ("GTXPro", "GTX Pro", True),
        ("gtx-pro", "GTX Pro", True),
        ("technolgy", "Technology", False),
        ("Techonlogy", "Technology", False),
        ("Brook", "Brook Ltd", False),
        ("BROOK LIMITED", "Brook Ltd", False),
    ],
)
def test_a_near_name_is_proposed(written: str, meant: str, alike: bool) -> None:
    (found,) = near_names({written: 4}, ["GTX Pro", "Brook Ltd", "Technology"])
    assert (found.written, found.meant, found.rows, found.alike) == (written, meant, 4, alike)


@pytest.mark.parametrize("written", ["Zebra", "Acme", "Unit 12", "", "Bro"])
def test_what_is_not_near_or_near_to_two_is_not_proposed(written: str) -> None:
    assert near_names({written: 1}, ["Unit 11", "Ame", "Acme 1", "Acme 2", "Brook"]) == ()


def test_deals_join_by_number_then_by_name_in_any_letters() -> None:
    deals = table("customer id,customer,amount\nC1,Other,5\n,brook ltd,6\n,,7\n,Zebra,8\n", "deals")
    found = join(deals, table(CUSTOMERS))
    assert (found.found, found.nameless, found.unknown) == (2, 1, 1)


def test_a_spelling_joins_and_can_be_taken_back() -> None:
    customers = table(CUSTOMERS)
    deals = table("order,customer,amount\n1,GTXPro,5\n2,GTX Pro,6\n", "deals")
    before = PutItem(folder="tables", item=deals).apply(
        PutItem(folder="tables", item=customers).apply(project())
    )
    spelling = Spelling(written="GTXPro", meant="GTX Pro")
    edit = AddSpelling(table=deals.id, heading="customer", spelling=spelling)
    after = edit.apply(before)
    assert join(before.tables[1], customers).found == 1
    assert join(after.tables[1], customers).found == 2
    assert after.tables[1].body is deals.body
    assert edit.apply(after) is after
    assert RemoveItem(folder="tables", item=deals.id).apply(after).tables == (customers,)
    assert RemoveItem(folder="tables", item="none").apply(after) is after


def test_reading_in_again_replaces_under_the_same_id_and_keeps_what_names_mean() -> None:
    deals = "order,customer,amount\n1,GTXPro,5\n"
    first, _joined = propose(
        checked(deals, "deals"),
        PutItem(folder="tables", item=table(CUSTOMERS)).apply(project()),
        "replace",
        DAY,
    )
    one = first.accept({TABLE, "name:GTXPro"}).apply(
        PutItem(folder="tables", item=table(CUSTOMERS)).apply(project())
    )
    second, joined = propose(checked(f"{deals}2,GTXPro,6\n", "deals"), one, "replace", DAY)
    two = second.accept({TABLE}).apply(one)
    assert [each.id for each in two.tables] == [each.id for each in one.tables]
    assert two.tables[1].rows == 2
    assert joined is not None
    assert joined.found == 2
    assert [each.id for each in second.suggestions] == [TABLE]


def test_rows_that_are_added_take_the_place_of_those_with_their_number() -> None:
    earlier = table("id,name,city,orders\nC1,Alder,Leeds,3\nC2,Brook,York,4\n")
    later = table("id,name,orders,tools\nC2,Brook & Co,9,Slack\nC3,Cedar,1,Zoom\n")
    found = read_frame(added_to(earlier, later)).to_dict(as_series=False)
    assert found == {
        "id": ["C1", "C2", "C3"],
        "name": ["Alder", "Brook & Co", "Cedar"],
        "city": ["Leeds", "York", None],
        "orders": [3.0, 9.0, 1.0],
        "tools": [None, ["Slack"], ["Zoom"]],
    }


def test_words_of_a_column_are_proposed_from_the_worksheet_and_the_column_itself() -> None:
    text = "name,sector,product\n" + "".join(
        f"N{n},{sector},{product}\n"
        for n, (sector, product) in enumerate(
            (
                ("technolgy", "GTX Pro"),
                ("technolgy", "GTX Pro"),
                ("medical", "GTXPro"),
                ("retail", "GTX 1"),
                ("detail", "GTX 2"),
            )
        )
    )
    proposal, _joined = propose(checked(text), project(), "replace", DAY)
    offered = {each.id: (each.theirs, each.chosen) for each in proposal.suggestions[1:]}
    assert offered == {
        "word:sector:technolgy": ("technology", False),
        "word:sector:detail": ("retail", False),
        "word:product:GTXPro": ("GTX Pro", True),
    }
    after = proposal.accept({TABLE, "word:sector:technolgy"}).apply(project())
    assert read_frame(after.tables[0])["sector"].to_list()[:3] == [
        ["technology"],
        ["technology"],
        ["medical"],
    ]
