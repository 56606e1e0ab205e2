"""Sending a form: made in the background, written where the person says, and noted as out."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from icp_desktop.documents.form_content import FormRequest
from icp_desktop.documents.forms_out import SUFFIXES, form_name, write_form
from icp_desktop.i18n import _
from icp_desktop.model.forms import Form
from icp_desktop.model.items import PutItem
from icp_desktop.paths import documents_folder
from icp_desktop.progress import Progress
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.file_names import file_name
from icp_desktop.storage.places import PlaceError
from icp_desktop.ui.background import quiet_gc
from icp_desktop.ui.pages.page import Context

_KINDS = {".pdf": "PDF (*.pdf)", ".xlsx": "Excel (*.xlsx)", ".txt": "Text (*.txt)"}


def send_form(context: Context, form: Form, today: date) -> None:
    """Ask where the file goes and write it there; the text of an e-mail goes to the clipboard."""
    settings = context.settings.current
    request = FormRequest(
        project=context.project,
        form=form,
        today=today,
        paper=settings.paper,
        prepared_by=settings.prepared_by,
    )
    if form.channel == "email":
        _copy(context, request)
        return
    suffix = SUFFIXES[form.channel]
    title = _("Save “{document}”", document=form.title)
    path = context.prompts.save_file(title, _proposal(context, form, suffix), _KINDS[suffix])
    if path is None:
        return
    _write(context, request, path if path.suffix.casefold() == suffix else Path(f"{path}{suffix}"))


def _write(context: Context, request: FormRequest, path: Path) -> None:
    form = request.form

    def work(_progress: Progress) -> Path:
        with quiet_gc():
            data = write_form(request)
        write_whole(path, data)
        return path

    def done(_path: Path) -> None:
        _note(context, form, _("Saved “{file}”, and noted as out.", file=path.name))

    def failed(error: Exception) -> None:
        again = ((_("Choose another place"), lambda: send_form(context, form, request.today)),)
        context.host.complain(str(error), again if isinstance(error, PlaceError) else ())

    label = _("Making “{document}”", document=form.title)
    context.background.run(work, label=label, done=done, failed=failed)


def _copy(context: Context, request: FormRequest) -> None:
    QGuiApplication.clipboard().setText(write_form(request).decode())
    sentence = _("The text is copied. Paste it into an e-mail. It is noted as out.")
    _note(context, request.form, sentence)


def _note(context: Context, form: Form, sentence: str) -> None:
    label = _("form for {who}", who=form.person or form.role or _("somebody"))
    context.take(PutItem(folder="forms", item=form, label=label), sentence)


def _proposal(context: Context, form: Form, suffix: str) -> Path:
    folder = Path(context.settings.current.folder or documents_folder())
    name = file_name(context.project.client, form_name(form), suffix)
    return (folder if folder.is_dir() else Path.home()) / name
