"""The command that says a playbook: each line, and what it rests on."""

import argparse
from pathlib import Path

from icp_desktop.checks.grades import LETTERS
from icp_desktop.cli.finding import find_profile
from icp_desktop.cli.output import say, say_json
from icp_desktop.cli.today import today
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.documents.playbook_content import (
    Said,
    SaidChapter,
    make_playbook,
    without_open_ends,
)
from icp_desktop.documents.playbook_words import playbook_words
from icp_desktop.i18n import _
from icp_desktop.storage.loose_file import open_file


def playbook(call: argparse.Namespace) -> int:
    """Say the playbook of a profile."""
    project = open_file(Path(call.file).absolute()).project
    profile = find_profile(project, call.profile)
    request = release(Request(project=project, profile_id=profile.id, today=today()))
    if call.json:
        chapters = playbook_words(request.project, request.project.profile(profile.id))
        say_json({"profile": profile.id, "name": profile.name, "chapters": chapters})
        return 0
    content = without_open_ends(make_playbook(request))
    answered = any(each.groups for each in content.chapters)
    say(content.profile, content.lead if answered else content.first_step)
    for chapter in content.chapters:
        _say_chapter(chapter)
    if content.actions:
        say("", _("To be done"))
    for each in content.actions:
        words = "; ".join(part for part in (each.what, each.who_words, each.state) if part)
        say(f"  {words}")
    return 0


def _say_chapter(chapter: SaidChapter) -> None:
    say("", chapter.label)
    for group in chapter.groups:
        say(f"  {group.title}")
        for line in group.lines:
            _say_line(line)
    for each in chapter.to_find:
        say(f"  {_('To be found out: {question}', question=each.text)} ({each.label})")


def _say_line(line: Said) -> None:
    head = f"{line.head}: " if line.head else ""
    say(f"    - {head}{line.text}", *(f"      {each}" for each in line.how))
    if line.remark:
        say(f"      {line.remark}")
    told = [f"{each.label} ({LETTERS[each.grade]}, {each.known_words})" for each in line.reasons]
    told += [_("our own words")] if line.by_hand else []
    say(f"      {_('Because: {reasons}', reasons='; '.join(told))}")
