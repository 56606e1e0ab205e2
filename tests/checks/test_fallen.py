"""What a removed interview leaves less sure is found by its field."""

from dataclasses import replace

from strategies import filled_project

from icp_desktop.checks.fallen import Fallen, fallen_answers
from icp_desktop.model.edits import SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Interview, Quote
from icp_desktop.model.talk_edits import RemoveInterview
from icp_desktop.model.values import Text
from icp_desktop.open_project import OpenProject


def test_an_answer_that_rested_on_the_talk_is_a_guess_again() -> None:
    quote = Quote(id="q", question="", start=0, text="My doctor")
    talk = Interview(id="talk9", notes="My doctor said so", quotes=(quote,))
    opened = OpenProject(replace(filled_project(), interviews=(talk,)))
    opened.do(SetValue(place="bakers", field="needs.why_now", value=Text(text="Advice")))
    proof = Evidence(id="e", source="interviews", quotes=("q",))
    opened.do(SetEvidence(place="bakers", field="needs.why_now", evidence=(proof,)))
    before = opened.project
    opened.do(RemoveInterview(interview="talk9"))
    fell = Fallen(place="bakers", field="needs.why_now", before="interviews", after="assumption")
    assert fallen_answers(before, opened.project) == (fell,)
    assert fallen_answers(opened.project, before) == ()
