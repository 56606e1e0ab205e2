import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from icp_desktop.codec.parts import from_parts, to_json, to_parts
from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.consent import cleared
from icp_desktop.documents.content import Request
from icp_desktop.documents.json_document import program_version
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Text
from icp_desktop.worksheet.samples import make_sample, sample_ids

TODAY = date(2026, 11, 21)


def written(project: Project) -> dict[str, Any]:
    request = Request(project=project, profile_id="", today=TODAY)
    return json.loads(make_document("data", ".json", request))


@pytest.mark.parametrize("sample", sample_ids())
def test_the_whole_project_is_in_it_and_can_be_made_again(sample: str) -> None:
    project = make_sample(sample)
    found = written(project)["project"]
    assert found == json.loads(to_json(cleared(project)))
    assert found["format"] == 1
    parts = to_parts(project)
    for profile in found["profiles"]:
        parts[f"profiles/{profile['id']}.json"] = json.dumps(profile).encode()
    assert from_parts(parts) == project


def test_it_says_in_words_what_ids_alone_would_not_tell() -> None:
    project = make_sample("fitness-studio")
    words = written(project)["in_words"]
    answers = {each["field"]: each for each in words["profiles"][0]["answers"]}
    assert answers["people.gender"]["answer"] == "No preference"
    assert answers["people.age_range"]["label"] == "Age range"
    assert answers["people.age_range"]["letter"] == "D"
    assert {each["field"] for each in words["about"]} >= {"about.offers", "about.difference"}
    assert len(answers) == len(project.profiles[0].answers)


def test_what_rules_out_elsewhere_is_not_told_twice() -> None:
    text = Answer(field="people.location", value=Text(text="Here"), weight="rules_out")
    project = replace(
        make_sample("fitness-studio"),
        profiles=(
            Profile(id="p1", name="One", market="b2c", answers=(text,)),
            Profile(id="p2", name="No", market="b2c", kind="negative", answers=(text,)),
        ),
    )
    words = written(project)["in_words"]["profiles"]
    assert [len(each["answers"]) for each in words] == [1, 1]
    assert words[0]["answers"][0]["section"] == "Who it is not"


def test_a_project_without_profiles_is_still_handed_out_whole() -> None:
    project = replace(make_sample("fitness-studio"), profiles=())
    found = written(project)
    assert found["project"] == json.loads(to_json(project))
    assert found["in_words"]["profiles"] == []


def test_it_says_which_program_wrote_it_and_when() -> None:
    found = written(make_sample("fitness-studio"))
    assert found["program"] == {"name": "ICP Desktop", "version": program_version()}
    assert program_version().count(".") == 2
    assert found["made"] == "2026-11-21"


def test_any_sign_a_person_types_survives() -> None:
    text = 'a "quote" \\ </script> {{7*7}} مرحبا 👩‍👩‍👧 \u202e\u2028 =1+1'
    sample = make_sample("fitness-studio")
    answer = Answer(field="needs.why_now", value=Text(text=text))
    profile = replace(sample.profiles[0], answers=(answer,))
    found = written(replace(sample, profiles=(profile,)))
    assert found["project"]["profiles"][0]["answers"][0]["value"]["text"] == text
