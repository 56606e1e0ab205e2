"""The commands of the command line, as its own parser knows them."""

import argparse

from icp_desktop.help.topics import HelpSection, HelpTerm
from icp_desktop.i18n import _


def describe_calls(parser: argparse.ArgumentParser) -> tuple[HelpSection, ...]:
    """Return a section for each command: what it does, and what it can be told."""
    sections = [HelpSection(head=parser.prog, text=_texts(parser))]
    for action in parser._actions:  # noqa: SLF001 - argparse tells of itself in no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            sections += [_command(name, each) for name, each in action.choices.items()]
    return tuple(sections)


def _command(name: str, parser: argparse.ArgumentParser) -> HelpSection:
    terms = [
        HelpTerm(term=_name(action), means=_sentence(action.help or ""))
        for action in parser._actions  # noqa: SLF001
        if not isinstance(action, argparse._HelpAction)  # noqa: SLF001
    ]
    return HelpSection(head=name, text=_texts(parser), terms=tuple(terms))


def _texts(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    usage = " ".join(parser.format_usage().split()).removeprefix("usage: ")
    texts = (parser.description or "", _("Call: {usage}", usage=usage), parser.epilog or "")
    return tuple(text for text in texts if text)


def _name(action: argparse.Action) -> str:
    """Return what is typed: an option with its value, or the name of what stands in its place."""
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if not action.option_strings:
        return value
    option = ", ".join(action.option_strings)
    return option if action.nargs == 0 else f"{option} {value}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
