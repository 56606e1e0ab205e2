"""The project as a workbook: what is answered, item by item, how we know, and how to read it.

The sheets: Summary, Side by side where there are several profiles, one per profile, Lists,
About us, Not yet proven, Evidence, Sources, How to read. Every answer has a named cell
("people_age_range", with "_from" and "_to" where it is a range).
"""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from icp_desktop.documents.cells import holdable, sheet_name
from icp_desktop.documents.comparison import compare
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import (
    ProfileContent,
    Request,
    Row,
    chosen_profile,
    language_of,
)
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.rows import make_row
from icp_desktop.documents.workbook_comparison import write_comparison
from icp_desktop.documents.workbook_findings import write_findings
from icp_desktop.documents.workbook_front import write_guide, write_summary
from icp_desktop.documents.workbook_leads import write_leads, write_pilots
from icp_desktop.documents.workbook_package import workbook_bytes
from icp_desktop.documents.workbook_personas import write_personas
from icp_desktop.documents.workbook_playbook import write_playbooks
from icp_desktop.documents.workbook_tables import Answers, write_tables
from icp_desktop.documents.workbook_talks import write_talks
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile, find_answer
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.shipped import worksheet_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

PROGRAM_NAME = "ICP Desktop"


def write_workbook(request: Request) -> bytes:
    """Return the workbook of a project: of the profile the request names, of all if it names none.

    The same request gives the same bytes.
    """
    from openpyxl import Workbook

    request = release(request)
    worksheet = worksheet_of(request.project)
    contents = [(p, _content(request, p)) for p in _profiles(request)]
    workbook = Workbook()
    set_properties(workbook, request, contents[0][1].title)
    sheets = _Sheets(workbook)
    write_summary(sheets.add(_("Summary")), [content for _profile, content in contents], request)
    compared = compare(request.project)
    if not request.profile_id and len(compared.profiles) > 1:
        footer = contents[0][1].footer
        write_comparison(sheets.add(_("Side by side")), compared, request, footer)
    write_tables(
        sheets.add,
        workbook,
        [_answers(request, worksheet, p, content) for p, content in contents],
        request,
    )
    own = [profile for profile, _content in contents]
    write_personas(sheets.add, request, own, contents[0][1].footer)
    write_playbooks(sheets.add, request, own, contents[0][1].footer)
    write_talks(sheets.add, request, contents[0][1].footer)
    write_leads(sheets.add, request, contents[0][1].footer)
    write_pilots(sheets.add, request, contents[0][1].footer)
    write_findings(sheets.add, request, contents[0][1].footer)
    write_guide(sheets.add(_("How to read")), contents[0][1], request)
    return workbook_bytes(workbook)


class _Sheets:
    """Adds sheets under names that Excel takes, each only once."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._taken: set[str] = set()
        if workbook.active is not None:
            workbook.remove(workbook.active)

    def add(self, name: str) -> "Sheet":
        """Add a sheet at the end."""
        sheet: Sheet = self._workbook.create_sheet(sheet_name(name, self._taken))
        return sheet


def _profiles(request: Request) -> tuple[Profile, ...]:
    first = chosen_profile(request)
    if request.profile_id:
        return (first,)
    rest = [p for p in request.project.profiles if p is not first]
    return (first, *sorted(rest, key=lambda p: (p.kind == "negative", p.retired is not None)))


def _content(request: Request, profile: Profile) -> ProfileContent:
    return make_profile_content(replace(request, profile_id=profile.id))


def _answers(
    request: Request, worksheet: Worksheet, profile: Profile, content: ProfileContent
) -> Answers:
    """Return every row of a profile in the order of the worksheet, what rules out included."""
    rows: list[tuple[str, Row]] = []
    business: list[tuple[str, Row]] = []
    for section in worksheet.sections:
        own = section.scope == "profile"
        answers = profile.answers if own else request.project.about
        label = section.wording(profile.market).label
        for field in section.asked(profile.market):
            answer = find_answer(answers, field.id)
            kind = profile.kind if own else "ideal"
            row = make_row(section, field, answer, profile.market, kind)
            if row.value is not None or (row.core and kind == "ideal"):
                (rows if own else business).append((label, row))
    others = () if content.who_not is None or not request.profile_id else content.who_not.rows
    own_values = [row.value for _label, row in rows]
    elsewhere = [row for row in others if not any(row.value is value for value in own_values)]
    return Answers(
        profile=profile,
        worksheet=worksheet,
        content=content,
        rows=tuple(rows),
        business=tuple(business),
        who_not=tuple((_("Who it is not"), row) for row in elsewhere),
    )


def set_properties(workbook: "Workbook", request: Request, title: str) -> None:
    """Say who made it and when: never the user of the computer, never the present moment."""
    properties = workbook.properties
    by = holdable(request.prepared_by or PROGRAM_NAME)[:250]
    properties.creator = properties.lastModifiedBy = by
    properties.title = holdable(request.project.client or title)[:250]
    properties.subject = _("Ideal customer profile")
    properties.language = language_of(request)
    noon = datetime.combine(request.today, time(12), tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = noon
