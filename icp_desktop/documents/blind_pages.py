"""The printed page about a blind test: where people and profile part, with the counts."""

from icp_desktop.documents.content import Request, language_of
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.i18n import _, n_
from icp_desktop.insight.blind_tests import (
    Votes,
    outcome_of,
    say_apart,
    say_outcome,
    say_profile,
    say_votes,
)
from icp_desktop.model.blind_test import BlindTest
from icp_desktop.model.record import record
from icp_desktop.worksheet.phrases import say_day


@record
class BlindLine:
    """One who was judged."""

    name: str
    facts: str
    people: str
    profile: str
    apart: str
    parts: bool


@record
class BlindContent:
    """Everything the page says; before an outcome was shown there is only the lead sentence."""

    client: str
    language: str
    title: str
    lead: str
    footer: str
    lines: tuple[BlindLine, ...] = ()
    judges: tuple[tuple[str, str], ...] = ()


def make_blind(request: Request) -> BlindContent:
    """Return the outcome of the newest blind test that was shown."""
    project = request.project
    shown = [each for each in project.blind_tests if each.shown is not None]
    content = BlindContent(
        client=project.client,
        language=language_of(request),
        title=_("Who fits, seen blind"),
        lead=_(
            "No blind test has been finished. In one, several people judge the same ten by "
            "themselves, and it shows where they and the profile part."
        ),
        footer=request.prepared_by,
    )
    return _filled(content, shown[-1], request) if shown else content


def blind_html(request: Request) -> str:
    """Return the page as HTML."""
    content = make_blind(request)
    title = document_title(_("Blind test"), content.client)
    return fill_template(
        "blind_test.html", request, content=content, document_title=title, running_title=title
    )


def _filled(content: BlindContent, test: BlindTest, request: Request) -> BlindContent:
    outcome = outcome_of(test)
    profile = next((p.name for p in request.project.profiles if p.id == test.profile), "")
    day = _("Judged from {day}", day=say_day(test.day))
    return BlindContent(
        client=content.client,
        language=content.language,
        title=profile or content.title,
        lead=say_outcome(test),
        footer=" · ".join(part for part in (day, request.prepared_by) if part),
        lines=tuple(_line(each) for each in outcome.votes),
        judges=tuple(
            (
                ", ".join(part for part in (each.judge.person, each.judge.role) if part)
                or _("Somebody"),
                n_(
                    "as the profile on {agree} of {total}",
                    "as the profile on {agree} of {total}",
                    each.total,
                    agree=each.agree,
                    total=each.total,
                ),
            )
            for each in outcome.judges
        ),
    )


def _line(votes: Votes) -> BlindLine:
    return BlindLine(
        name=votes.candidate.name,
        facts=", ".join(fact.partition(": ")[2] for fact in votes.candidate.facts[:3]),
        people=say_votes(votes),
        profile=say_profile(votes.candidate),
        apart=say_apart(votes),
        parts=votes.part,
    )
