"""The forms that go out: as PDF, workbook, printed sheet or text for an e-mail."""

from datetime import date

from icp_desktop.documents.content import MARKET_NAMES
from icp_desktop.documents.form_content import FormRequest
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later, using
from icp_desktop.model.forms import WORKSHEET_FORM, Channel, Form
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.worksheet.questionnaires import source_of
from icp_desktop.worksheet.shipped import worksheet_of
from icp_desktop.worksheet.toml_source import read_questionnaire

CHANNEL_NAMES: dict[Channel, str] = {
    "pdf": later("PDF to fill in"),
    "xlsx": later("Excel"),
    "paper": later("Paper"),
    "email": later("E-mail text"),
}
SUFFIXES: dict[Channel, str] = {"pdf": ".pdf", "xlsx": ".xlsx", "paper": ".pdf", "email": ".txt"}


@record
class Recipient:
    """For whom a form is, by when it is wanted back, and what it tells of."""

    person: str = ""
    role: str = ""
    due: date | None = None
    profile: str = ""


def new_form(
    project: Project, questionnaire: str, channel: Channel, recipient: Recipient, today: date
) -> Form:
    """Return a form to be sent; raise KnownError if there is no such questionnaire or profile."""
    source, title, edition = "", "", 0
    profile = recipient.profile or next(
        (p.id for p in project.profiles if p.kind == "ideal" and p.retired is None), ""
    )
    if questionnaire == WORKSHEET_FORM:
        if not any(each.id == profile for each in project.profiles):
            raise KnownError(
                _("There is no profile the worksheet could be about. Make a profile first.")
            )
        title, edition = _("Who is our ideal customer?"), worksheet_of(project).edition
    else:
        source = source_of(project, questionnaire)
        asked = read_questionnaire(source)
        title, edition = asked.title, asked.edition
    return Form(
        id=new_id(),
        questionnaire=questionnaire,
        title=title,
        edition=edition,
        sent=today,
        channel=channel,
        source=source,
        profile=profile,
        person=recipient.person,
        role=recipient.role,
        due=recipient.due,
    )


def write_form(request: FormRequest) -> bytes:
    """Return the file of a form, in the language of the project."""
    with using(request.project.language):
        if request.form.channel == "xlsx":
            from icp_desktop.documents.form_workbook import write_form_workbook

            return write_form_workbook(request)
        if request.form.channel == "email":
            from icp_desktop.documents.form_text import write_form_text

            return write_form_text(request)
        from icp_desktop.documents.form_pdf import print_form

        return print_form(request, fillable=request.form.channel == "pdf").data


def form_name(form: Form) -> str:
    """Return what a file with a form is called: the questionnaire and for whom it is."""
    who = ", ".join(each for each in (form.person, form.role) if each)
    return f"{form.title} - {who}" if who else form.title


def about_words(project: Project, form: Form) -> str:
    """Return what a worksheet that went out is about, such as "City professionals"."""
    found = (each for each in project.profiles if each.id == form.profile)
    profile = next(found, None)
    if profile is None or form.questionnaire != WORKSHEET_FORM:
        return ""
    return profile.name or _(MARKET_NAMES[profile.market])
