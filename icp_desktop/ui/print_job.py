"""Printing a document: made in the background, then handed to the printer."""

from PySide6.QtWidgets import QWidget

from icp_desktop.documents.catalogue import DOCUMENTS
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.press import PdfResult
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.progress import Progress
from icp_desktop.ui.background import quiet_gc
from icp_desktop.ui.export import make_request
from icp_desktop.ui.pages.page import Context


def print_document(context: Context, document_id: str, profile_id: str, window: QWidget) -> None:
    """Make a document and ask for the printer; the profile, where it is none on paper."""
    on_paper = {each.id for each in DOCUMENTS if ".pdf" in each.formats}
    document_id = document_id if document_id in on_paper else DOCUMENTS[0].id
    request = make_request(context, profile_id)

    def work(_progress: Progress) -> PdfResult:
        with quiet_gc():
            return render_pdf(document_id, request)

    def done(result: PdfResult) -> None:
        from icp_desktop.ui.printing import ask_and_print

        try:
            ask_and_print(result.data, request.project.client, window)
        except KnownError as error:
            context.host.complain(str(error))

    context.background.run(
        work,
        label=_("Preparing the pages"),
        done=done,
        failed=lambda error: context.host.complain(str(error)),
    )
