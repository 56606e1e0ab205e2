"""Commands on a project: make one, show it, answer a field, say what is open."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from icp_desktop.cli.call import WrongCallError
from icp_desktop.cli.finding import find_field, find_profile
from icp_desktop.cli.output import say, say_json
from icp_desktop.cli.today import today
from icp_desktop.documents.content import MARKET_NAMES, WEIGHT_NAMES, Request
from icp_desktop.documents.words import known_words
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.edits import BUSINESS, SetMarket, SetValue
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import MARKETS, Profile, Project, find_answer
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Value
from icp_desktop.open_project import OpenProject
from icp_desktop.sharing.beginning import begin_like
from icp_desktop.storage.loose_file import create_file, open_file, save_file
from icp_desktop.storage.places import read_error
from icp_desktop.storage.project_file import SUFFIX
from icp_desktop.storage.sample_history import sample_history
from icp_desktop.worksheet.method import Method, own_questionnaires, read_method
from icp_desktop.worksheet.phrases import is_currency, say_value
from icp_desktop.worksheet.reading import clean, read_value
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import standard_source, worksheet_of

LONGEST_NAME = 1_000


def make_new(call: argparse.Namespace) -> int:
    """Make a project file, empty or from a sample."""
    out = Path(call.out)
    if out.suffix.casefold() != SUFFIX:
        raise WrongCallError(
            _(
                "A project file ends in {suffix}: “{name}”.",
                suffix=SUFFIX,
                name=f"{out.stem}{SUFFIX}",
            )
        )
    market = call.market or "both"
    if market not in MARKETS:
        raise WrongCallError(
            _(
                "“{word}” is not a market. The markets are {markets}.",
                word=market[:60],
                markets=", ".join(MARKETS),
            )
        )
    if call.like and (call.sample or call.worksheet):
        raise WrongCallError(_("--like goes with neither --sample nor --worksheet."))
    project = _from_sample(call) if call.sample else _empty(call, market)
    if call.like:
        old = open_file(Path(call.like).absolute()).project
        like = begin_like(old, project)
        project = replace(like, currency=project.currency) if call.currency else like
    create_file(out.absolute(), project, sample_history(project))
    say(_("{file} is made: {client}", file=str(out), client=project.client or _("a new project")))
    return 0


def show(call: argparse.Namespace) -> int:
    """Show a project in short."""
    from icp_desktop.documents.json_document import words_of_project

    project = open_file(Path(call.file).absolute()).project
    words = words_of_project(Request(project=project, profile_id="", today=today()))
    if call.json:
        say_json(words)
    else:
        _say_project(words)
    return 0


def set_answer(call: argparse.Namespace) -> int:
    """Set one answer, or clear it with an empty value."""
    path = Path(call.file).absolute()
    opened = open_file(path)
    project = opened.project
    worksheet = worksheet_of(project)
    field = find_field(worksheet, call.field)
    business = worksheet.section_of(field.id).scope == "business"
    profile = None if business else find_profile(project, call.profile)
    place = profile.id if profile else BUSINESS
    before = find_answer(profile.answers if profile else project.about, field.id)
    value = _keep_proof(before.value, read_value(call.value, field, project.currency))
    work = OpenProject(project)
    if not work.do(SetValue(place=place, field=field.id, value=value)):
        say(_("Nothing has changed."))
        return 0
    save_file(path, opened, work.project)
    where = profile.name if profile else _("About us")
    said = say_value(value, field) or _("cleared")
    say(_("{where}, {field}: {answer}", where=where, field=field.id, answer=said))
    if profile and profile.market not in field.audience:
        say(
            _(
                "It is kept, but not shown: this profile is about {market}, who are not asked.",
                market=_(MARKET_NAMES[profile.market]),
            )
        )
    return 0


def _empty(call: argparse.Namespace, market: str) -> Project:
    currency = (call.currency or "USD").upper()
    if not is_currency(currency):
        raise WrongCallError(
            _("“{code}” is not a currency. Write it like EUR or USD.", code=currency[:60])
        )
    method = _method(call.worksheet) if call.worksheet else Method(worksheet=standard_source())
    profile = Profile(
        id=new_id(), name=_("Ideal customer"), market=next(m for m in MARKETS if m == market)
    )
    return Project(
        id=new_id(),
        client=_name(call.name or ""),
        name=_("Ideal customer profile"),
        worksheet=method.worksheet,
        questionnaires=own_questionnaires(method),
        currency=currency,
        profiles=(profile,),
    )


def _method(file: str) -> Method:
    path = Path(file).absolute()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
    return read_method(data)


def _from_sample(call: argparse.Namespace) -> Project:
    project = replace(make_sample(call.sample), id=new_id())
    if call.market:
        market = next(m for m in MARKETS if m == call.market)
        project = SetMarket(profile=project.profiles[0].id, market=market).apply(project)
    return replace(project, client=_name(call.name)) if call.name else project


def _name(text: str) -> str:
    name = " ".join(clean(text).split())
    if len(name) > LONGEST_NAME:
        raise KnownError(
            _(
                "This name has {n} characters, and a name can have {most}. Shorten it.",
                n=len(name),
                most=LONGEST_NAME,
            )
        )
    return name


def _keep_proof(before: Value | None, after: Value | None) -> Value | None:
    """Return the new value; entries of a list that are still there keep their id and proof."""
    if isinstance(before, Terms) and isinstance(after, Terms):
        terms = {item.text: item for item in before.items}
        return Terms(items=tuple(_kept_term(item, terms) for item in after.items))
    if isinstance(before, Pairs) and isinstance(after, Pairs):
        pairs = {item.first: item for item in before.items}
        return Pairs(items=tuple(_kept_pair(item, pairs) for item in after.items))
    return after


def _kept_term(item: Term, known: dict[str, Term]) -> Term:
    return known.pop(item.text, item)


def _kept_pair(item: Pair, known: dict[str, Pair]) -> Pair:
    before = known.pop(item.first, None)
    return item if before is None else replace(before, second=item.second)


def _say_project(words: dict[str, Any]) -> None:
    head = " – ".join(part for part in (words["client"], words["name"]) if part)
    say(head or _("A project without a name"))
    say(
        _(
            "Language {code}, currency {currency}",
            code=words["language"],
            currency=words["currency"],
        )
    )
    for profile in words["profiles"]:
        say("", f"{profile['name']} ({_(MARKET_NAMES[profile['market']])})")
        for line in (profile["retired"], profile["sentence"]):
            if line:
                say(line)
        say(
            _(
                "{answered} of {total} fields answered, {proven} proven",
                answered=profile["answered"],
                total=profile["total"],
                proven=profile["proven"],
            )
        )
        _say_answers(profile["answers"])
    _say_answers(words["about"], weighed=False)


def _say_answers(answers: list[dict[str, Any]], *, weighed: bool = True) -> None:
    section = None
    for answer in answers:
        if answer["section"] != section:
            section = answer["section"]
            say("", section)
        about = known_words(answer["words"], disputed=answer["disputed"])
        if weighed:
            reason = f": {answer['reason']}" if answer["reason"] else ""
            about = f"{_(WEIGHT_NAMES[answer['weight']])}{reason}, {about}"
        head = f"  [{answer['letter']}] {answer['label']}"
        lines = [line for line in answer["answer"].split("\n") if line.strip()]
        if len(lines) == 1:
            say(f"{head}: {lines[0]} ({about})")
        else:
            say(f"{head} ({about}):", *(f"      {line}" for line in lines))
