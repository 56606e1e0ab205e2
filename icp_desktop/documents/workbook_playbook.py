"""The sheets of the workbook that hold the playbook: all lines, advertising, mails, what to do."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from icp_desktop.checks.grades import LETTERS
from icp_desktop.documents.content import Request
from icp_desktop.documents.playbook_content import PlaybookContent, Said, make_playbook
from icp_desktop.documents.workbook_look import Column, Table
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

AddSheet = Callable[[str], "Sheet"]


def write_playbooks(
    add_sheet: AddSheet, request: Request, profiles: Iterable[Profile], footer: str
) -> None:
    """Write the playbooks of the profiles in use; nothing where there is no line."""
    used = [each for each in profiles if each.kind == "ideal" and each.retired is None]
    found = [make_playbook(replace(request, profile_id=each.id)) for each in used]
    if not any(chapter.groups for each in found for chapter in each.chapters):
        return
    _write_lines(add_sheet, found, request, footer)
    _write_short(add_sheet(_("Advertising")), found, ("targeting", "topics"), request, footer)
    _write_short(add_sheet(_("E-mail")), found, ("email", "channels"), request, footer)
    _write_actions(add_sheet, found, request, footer)
    _write_places(add_sheet, found, request, footer)


def _write_lines(
    add_sheet: AddSheet, found: list[PlaybookContent], request: Request, footer: str
) -> None:
    columns = (
        Column(head=_("Profile"), width=24, quiet=True),
        Column(head=_("Chapter"), width=22),
        Column(head=_("About"), width=28),
        Column(head=_("For, or when"), width=28),
        Column(head=_("Line"), width=54, strong=True),
        Column(head=_("How"), width=44, quiet=True),
        Column(head=_("Because"), width=26),
        Column(head=_("Grade"), width=8),
        Column(head=_("How we know"), width=22),
        Column(head=_("State"), width=26),
    )
    table = Table(add_sheet(_("Playbook")), _("Playbook"), columns)
    for content in found:
        for chapter in content.chapters:
            for group in chapter.groups:
                for line in group.lines:
                    table.add(
                        content.profile,
                        chapter.label,
                        group.title,
                        line.head or None,
                        line.text,
                        "\n".join(line.how) or None,
                        *_because(line),
                        _state(line),
                        group=f"{content.profile}/{chapter.id}",
                    )
            for fact in chapter.to_find:
                table.add(
                    content.profile, chapter.label, _("To be found out"), None, fact.text, None,
                    fact.label, None, None, _("Still open"),
                    group=f"{content.profile}/{chapter.id}",
                )  # fmt: skip
    table.finish(request.paper, footer)


def _write_short(
    sheet: "Sheet",
    found: list[PlaybookContent],
    chapters: tuple[str, ...],
    request: Request,
    footer: str,
) -> None:
    """Write some chapters alone, as they are filled into the forms of others."""
    columns = (
        Column(head=_("Profile"), width=24, quiet=True),
        Column(head=_("What"), width=34),
        Column(head=_("Which"), width=34),
        Column(head=_("Put in"), width=60, strong=True),
        Column(head=_("How"), width=48, quiet=True),
        Column(head=_("Grade"), width=8),
        Column(head=_("How we know"), width=24),
    )
    table = Table(sheet, sheet.title, columns)
    for content in found:
        for chapter in (content.chapter(each) for each in chapters):
            for group in chapter.groups:
                for line in group.lines:
                    _label, grade, known = _because(line)
                    table.add(
                        content.profile,
                        group.title,
                        line.head or None,
                        line.text,
                        "\n".join(line.how) or None,
                        grade,
                        known,
                        group=f"{content.profile}/{group.title}",
                    )
    table.finish(request.paper, footer)


def _write_actions(
    add_sheet: AddSheet, found: list[PlaybookContent], request: Request, footer: str
) -> None:
    if not any(each.actions for each in found):
        return
    columns = (
        Column(head=_("Profile"), width=24, quiet=True),
        Column(head=_("What"), width=60, strong=True),
        Column(head=_("Who"), width=26),
        Column(head=_("By"), width=18),
        Column(head=_("State"), width=26),
    )
    table = Table(add_sheet(_("To do")), _("To be done"), columns)
    for content in found:
        for each in content.actions:
            table.add(
                content.profile, each.what, each.who or None, each.by_words or None,
                each.state or _("Open"), group=content.profile,
            )  # fmt: skip
    table.finish(request.paper, footer)


def _write_places(
    add_sheet: AddSheet, found: list[PlaybookContent], request: Request, footer: str
) -> None:
    if not any(each.places for each in found):
        return
    columns = (
        Column(head=_("Profile"), width=24, quiet=True),
        Column(head=_("Place or channel"), width=44, strong=True),
        Column(head=_("Goes in now"), width=34),
        Column(head=_("What the profile says"), width=44),
        Column(head=_("Grade"), width=8),
        Column(head=_("How we know"), width=24),
    )
    table = Table(add_sheet(_("Time and money")), _("Where time and money go now"), columns)
    for content in found:
        for each in content.places:
            reason = each.reason
            table.add(
                content.profile,
                each.where,
                each.goes_in or None,
                each.verdict,
                LETTERS[reason.grade] if reason else None,
                reason.known_words if reason else None,
                group=f"{content.profile}/{each.verdict}",
            )
    table.finish(request.paper, footer)


def _because(line: Said) -> tuple[str | None, str | None, str | None]:
    if not line.reasons:
        return (None, None, None)
    main = line.reasons[0]
    labels = "\n".join(each.label for each in line.reasons)
    return (labels, LETTERS[main.grade], main.known_words)


def _state(line: Said) -> str | None:
    own = _("Our own words") if line.by_hand else ""
    return "\n".join(each for each in (line.remark, own) if each) or None
