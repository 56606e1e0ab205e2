"""Reviews when a person is forgotten: their name goes, what the program reads stays."""

from dataclasses import replace
from datetime import date

from strategies import filled_project

from icp_desktop.codec.parts import to_json
from icp_desktop.model.forgetting import forget, person_of
from icp_desktop.model.interview import Interview
from icp_desktop.model.review import Resolve, Review, ReviewAnswer, SignOff


def test_reviews_name_nobody_who_is_forgotten() -> None:
    talk = Interview(id="t1", person="Rosa Quill", notes="Something that only Rosa would say.")
    review = Review(
        id="r1",
        begun=date(2026, 11, 1),
        answers=(ReviewAnswer(question="leads", verdict="yes", note="Rosa Quill says so"),),
        resolves=(Resolve(id="d1", text="Call Rosa Quill", who="Rosa Quill"),),
        version="v1",
    )
    signed = SignOff(id="s1", person="Rosa Quill", day=date(2026, 11, 1), state="0" * 64)
    project = replace(filled_project(), interviews=(talk,), reviews=(review,), signoffs=(signed,))
    after = forget(project, person_of(project, "t1"))
    assert "Rosa" not in to_json(after)
    (kept,) = after.reviews
    assert (kept.version, kept.answers[0].verdict) == ("v1", "yes")
    assert after.signoffs[0].state == "0" * 64
