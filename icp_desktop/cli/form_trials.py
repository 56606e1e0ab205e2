"""The part of the self-test that sends forms of each kind and reads them by a second process."""

from collections.abc import Iterator
from dataclasses import replace

from icp_desktop.cli.today import today
from icp_desktop.documents.form_content import FormRequest, read_token
from icp_desktop.documents.form_controls import TOKEN
from icp_desktop.documents.form_reader import FormReader
from icp_desktop.documents.form_text import read_form_text
from icp_desktop.documents.forms_out import Recipient, new_form, write_form
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.forms import CHANNELS, WORKSHEET_FORM, Channel, Form
from icp_desktop.model.project import Project
from icp_desktop.worksheet.samples import make_sample, sample_ids

_ASKED = ("colleague-sales", "pains", WORKSHEET_FORM)  # between them every kind of answer


def form_trials() -> Iterator[tuple[str, str, str]]:
    """Yield what was made, what is wrong with it ("" if nothing is), and what was found in it."""
    project = replace(make_sample(sample_ids()[0]), id="self-test")
    with FormReader() as reader:
        for asked in _ASKED:
            for channel in CHANNELS:
                form = new_form(project, asked, channel, Recipient(person=_("Nobody")), today())
                words = f"{'form':<16}  {asked + ' ' + channel:<28}"
                try:
                    problem, found = _try_out(project, form, channel, reader)
                except Exception as error:  # noqa: BLE001 - whatever it is, the table goes on
                    problem, found = f"{type(error).__name__}: {str(error)[:200]}", ""
                yield words, problem, found


def _try_out(project: Project, form: Form, channel: Channel, reader: FormReader) -> tuple[str, str]:
    data = write_form(FormRequest(project=project, form=form, today=today()))
    size = n_("{n} byte", "{n} bytes", len(data))
    if channel == "paper":
        return ("" if data.startswith(b"%PDF-") else _("this is no whole PDF")), size
    raw = read_form_text(data) if channel == "email" else reader.read(data)
    if TOKEN not in raw.values:
        raise KnownError(_("it does not say which form it is"))
    token = read_token(raw.values[TOKEN].text)
    if token is None or token.form != form.id:
        return _("it does not say which form it is"), size
    fields = n_("{n} field", "{n} fields", len(raw.values))
    return "", fields if channel == "pdf" else size
