"""What a word on the command line means; where it means nothing, what there is."""

from datetime import date

from icp_desktop.cli.call import WrongCallError, did_you_mean
from icp_desktop.i18n import _
from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Profile, Project
from icp_desktop.worksheet.definitions import Field, Worksheet


def find_field(worksheet: Worksheet, wanted: str) -> Field:
    """Return a field by its id or label."""
    fields = tuple(worksheet.fields())
    for field in fields:
        if field.id == wanted:
            return field
    folded = wanted.casefold()
    named = [
        field
        for field in fields
        if field.id.casefold() == folded
        or any(words.label.casefold() == folded for _market, words in field.words)
    ]
    if len(named) == 1:
        return named[0]
    raise WrongCallError(
        _(
            "There is no field “{word}”. {near}The fields are {fields}.",
            word=wanted[:80],
            near=did_you_mean(wanted, tuple(field.id for field in fields)),
            fields=", ".join(field.id for field in fields),
        )
    )


def find_profile(project: Project, wanted: str | None) -> Profile:
    """Return a profile by its name or id; without a word the only ideal one in use."""
    if wanted:
        folded = wanted.casefold()
        named = [p for p in project.profiles if p.id == wanted]
        named = named or [p for p in project.profiles if p.name.casefold() == folded]
        if len(named) == 1:
            return named[0]
        near = did_you_mean(wanted, tuple(p.name for p in project.profiles))
        raise WrongCallError(
            _(
                "There is no single profile “{word}”. {near}The profiles are {profiles}.",
                word=wanted[:80],
                near=near,
                profiles=_listed(project.profiles),
            )
        )
    in_use = tuple(p for p in project.profiles if p.kind == "ideal" and p.retired is None)
    if len(in_use) == 1:
        return in_use[0]
    if not project.profiles:
        raise WrongCallError(_("This project has no profile yet."))
    raise WrongCallError(
        _(
            "Say which profile with --profile. The profiles are {profiles}.",
            profiles=_listed(project.profiles),
        )
    )


def find_persona(project: Project, profile: Profile | None, wanted: str) -> Persona:
    """Return a persona by its title or id, of one profile where that is known."""
    personas = project.personas_of(profile.id) if profile else project.personas
    folded = wanted.casefold()
    named = [each for each in personas if each.id == wanted]
    named = named or [each for each in personas if each.title.strip().casefold() == folded]
    if len(named) == 1:
        return named[0]
    if not personas:
        raise WrongCallError(_("There is no persona yet."))
    raise WrongCallError(
        _(
            "There is no single persona “{word}”. {near}The personas are {personas}.",
            word=wanted[:80],
            near=did_you_mean(wanted, tuple(each.title for each in personas)),
            personas=", ".join(f"“{each.title[:80]}” ({each.id})" for each in personas),
        )
    )


def find_day(word: str | None) -> date | None:
    """Return the day that a word such as 2026-11-21 names, None without one."""
    if not word:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise WrongCallError(
            _("“{text}” is not a date. Write it like 2026-11-21.", text=word[:60])
        ) from error


def _listed(profiles: tuple[Profile, ...]) -> str:
    return ", ".join(f"“{profile.name[:80]}” ({profile.id})" for profile in profiles)
