"""Printing: the pages of the very PDF, drawn at the resolution of the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _

_POINTS = 72  # per inch
_FINEST = 600  # dots per inch; more costs memory and shows nothing


def ask_and_print(data: bytes, title: str, parent: QWidget | None) -> bool:
    """Ask for a printer and print a PDF on it; say whether it was printed. Raises KnownError."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    print_pdf(data, printer)
    return True


def print_pdf(data: bytes, printer: QPrinter) -> None:
    """Print the pages the printer was set to; raise KnownError where it can't begin."""
    owner = QObject()
    buffer = QBuffer(owner)
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    paper = QPdfDocument(owner)
    try:
        paper.load(buffer)
        _print_pages(paper, printer)
    finally:
        paper.close()


def _print_pages(paper: QPdfDocument, printer: QPrinter) -> None:
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), _FINEST))
    if printer.outputFileName():  # to a file: on the paper the document was made for
        size = QPageSize(paper.pagePointSize(0), QPageSize.Unit.Point)
        printer.setPageSize(size)
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError(
            _("The printer did not begin. See whether it is on and has paper, then print again.")
        )
    try:
        for count, number in enumerate(_wanted_pages(paper.pageCount(), printer)):
            if count:
                printer.newPage()
            _draw_page(painter, paper, number, printer)
    finally:
        painter.end()


def _wanted_pages(count: int, printer: QPrinter) -> list[int]:
    first, last = printer.fromPage(), printer.toPage()
    if first <= 0:
        return list(range(count))
    return [n for n in range(count) if first <= n + 1 <= (last or count)]


def _draw_page(painter: QPainter, paper: QPdfDocument, number: int, printer: QPrinter) -> None:
    points = paper.pagePointSize(number)
    dots = printer.resolution() / _POINTS
    page = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = QSizeF(points.width() * dots, points.height() * dots)
    if size.width() > page.width() + 2 or size.height() > page.height() + 2:
        size = size.scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    picture = paper.render(number, _whole(size), QPdfDocumentRenderOptions())
    target = QRectF(page.topLeft(), size)
    target.moveCenter(page.center())
    painter.drawImage(target, _on_white(picture))


def _on_white(picture: QImage) -> QImage:
    """Return the picture with its transparent ground made white, as some printers need it."""
    sheet = QImage(picture.size(), QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.end()
    return sheet


def _whole(size: QSizeF) -> QSize:
    return QSize(max(round(size.width()), 1), max(round(size.height()), 1))
