"""Who agreed to what is said of the customers, and whether it has changed since.

What counts is what the profiles say: names, answers, how much they matter and why. That a proof is
added or a test planned changes nothing that anybody agreed to.
"""

from dataclasses import replace

from icp_desktop.codec.parts import to_json
from icp_desktop.i18n import _, n_
from icp_desktop.model.evidence import NO_TEST
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.review import SignOff
from icp_desktop.model.values import Pairs, Terms, Value, is_empty


def state_of(project: Project) -> str:
    """Return the digest of what the profiles in use say."""
    import hashlib

    said = Project(
        id="",
        client="",
        name="",
        worksheet="",
        about=_bare(project.about),
        profiles=tuple(
            replace(each, answers=_bare(each.answers))
            for each in project.profiles
            if each.retired is None
        ),
    )
    return hashlib.sha256(to_json(said).encode()).hexdigest()


def out_of_date(project: Project) -> tuple[SignOff, ...]:
    """Return the sign-offs that were given to another state than the present one."""
    if not project.signoffs:
        return ()
    state = state_of(project)
    return tuple(each for each in project.signoffs if each.state != state)


def say_agreed(project: Project) -> str:
    """Return in one sentence who stands behind the present state, "" if nobody signed."""
    given = len(project.signoffs)
    if not given:
        return ""
    old = len(out_of_date(project))
    if not old:
        return n_("{n} person agreed to this.", "{n} people agreed to this.", given)
    if old == given:
        return n_("Changed since {n} person signed.", "Changed since {n} people signed.", given)
    return _("Changed since {n} of {all} signed.", n=old, all=given)


def _bare(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Return answers in the order of their fields, without proof, tests and empty ones."""
    said = (
        replace(each, value=_bare_value(each.value), evidence=(), next_test=NO_TEST)
        for each in answers
        if not is_empty(each.value)
    )
    return tuple(sorted(said, key=lambda each: each.field))


def _bare_value(value: Value | None) -> Value | None:
    if isinstance(value, Terms):
        terms = (replace(e, id="", evidence=(), next_test=NO_TEST) for e in value.items)
        return replace(value, items=tuple(terms))
    if isinstance(value, Pairs):
        pairs = (replace(e, id="", evidence=(), next_test=NO_TEST) for e in value.items)
        return replace(value, items=tuple(pairs))
    return value
