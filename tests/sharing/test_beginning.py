"""A project that is begun like another takes over how to ask, and nothing of whom it was about."""

from dataclasses import fields, replace

from sharing_made import make_telling

from icp_desktop.codec.parts import to_json
from icp_desktop.model.brand import Brand
from icp_desktop.model.project import Profile, Project
from icp_desktop.sharing.beginning import begin_like, duplicate
from icp_desktop.sharing.declared import METHOD
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.tailoring import OwnField, add_field
from tests.sharing.test_nobody_is_told import found_in

FRESH = Project(
    id="fresh",
    client="Otter Works",
    name="Ideal customers",
    worksheet=standard_source(),
    profiles=(Profile(id="p", name="First profile", market="b2b"),),
)


def test_only_the_method_is_taken_over() -> None:
    worksheet, field_id = add_field(standard_source(), "people", OwnField(label="Boat"))
    old = replace(
        make_telling("insurance-brokers"), worksheet=worksheet, brand=Brand(colour="#112")
    )
    new = begin_like(old, FRESH)
    for each in fields(Project):
        source = old if each.name in METHOD else FRESH
        assert getattr(new, each.name) == getattr(source, each.name), each.name
    assert field_id in new.worksheet
    assert found_in(to_json(replace(new, questionnaires=()))) == []


def test_a_duplicate_is_whole_but_for_its_id_and_name() -> None:
    old = make_telling("fitness-studio")
    copy = duplicate(old)
    assert copy.id != old.id
    assert copy.name == f"{old.name}, copy"
    assert replace(copy, id=old.id, name=old.name, sample=old.sample) == old
    assert duplicate(old).id != copy.id
