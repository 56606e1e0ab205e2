"""One finding as a row to choose: its sentence, counts, two bars, and how sure it is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.documents.charts import draw_shares, draw_sureness, shares_of
from icp_desktop.i18n import _
from icp_desktop.insight.analysis import Subject
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.words import chart_words
from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines
from icp_desktop.ui.widgets.chart_view import inks_of, paint_chart
from icp_desktop.ui.widgets.row_button import RowButton
from icp_desktop.ui.widgets.tooltips import set_tool_tip

HEIGHT, SIDE, GAP = 66, 12, 16
COUNTS, BARS, SURE = 76, 184, 72
_BAR_MM, _GAP_MM, _MM = 3.0, 1.5, 4.0
_NARROW, _WITHOUT_BARS = 560, 440  # below them the bars make room for the words


@record
class RowContent:
    """What a row says; `key` tells findings apart, `note` is said in small under the sentence."""

    key: str
    sentence: str
    note: str
    counts: Counts
    boxes: int
    sure: str
    used: bool = False


def columns_of(appearance: Appearance, width: int) -> tuple[int, int, int, int]:
    """Return where sentence, counts, bars and sureness begin in a row of a width."""
    px = appearance.px
    sure = width - px(SURE)
    wide = 0 if width < px(_WITHOUT_BARS) else BARS // 2 if width < px(_NARROW) else BARS
    bars = sure - px(GAP) - px(wide)
    return px(SIDE), bars - px(GAP) - px(COUNTS), bars, sure


class FindingRow(RowButton):
    """A row; chosen it stands on a soft ground."""

    def __init__(self, appearance: Appearance, subject: Subject) -> None:
        super().__init__(appearance, usual=640, least=360, height=HEIGHT)
        self._subject: Subject = subject
        self.content: RowContent | None = None

    def show_content(self, content: RowContent, subject: Subject, *, chosen: bool) -> None:
        """Show a finding."""
        self._subject = subject
        self.choose(chosen=chosen)
        self.content = content
        counted = chart_words(content.counts, subject)
        self.setAccessibleName(f"{content.sentence} {counted}. {content.sure}. {content.note}")
        set_tool_tip(self, content.sentence)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.content is None:
            return
        px = self._appearance.px
        painter = QPainter(self)
        box = self.rect()
        self.paint_ground(painter)
        words, counts, bars, sure = columns_of(self._appearance, box.width())
        self._paint_words(painter, QRect(words, 0, counts - words - px(8), box.height()))
        self._paint_counts(painter, QRect(counts, 0, px(COUNTS), box.height()))
        self._paint_bars(painter, bars, sure - px(GAP) - bars)
        self._paint_sure(painter, QRect(sure, 0, box.width() - sure, box.height()))
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        assert self.content is not None
        look, theme = self._appearance, self._appearance.theme
        strong, caption = look.font("strong"), look.font("caption")
        lines = fit_lines(self.content.sentence, strong, room.width(), 2)
        painter.setFont(strong)
        high = painter.fontMetrics().height()
        painter.setFont(caption)
        low = painter.fontMetrics().height()
        top = room.top() + max((room.height() - high * len(lines) - low) // 2, 0)
        painter.setFont(strong)
        painter.setPen(theme.color("ink"))
        for line in lines:
            painter.drawText(QRect(room.left(), top, room.width(), high), 0, line)
            top += high
        painter.setFont(caption)
        painter.setPen(theme.color("ink2"))
        note = painter.fontMetrics().elidedText(
            f"✓ {self.content.note}" if self.content.used else self.content.note,
            Qt.TextElideMode.ElideRight,
            room.width(),
        )
        painter.drawText(QRect(room.left(), top, room.width(), low), 0, note)

    def _paint_counts(self, painter: QPainter, room: QRect) -> None:
        assert self.content is not None
        counts, theme = self.content.counts, self._appearance.theme
        painter.setFont(self._appearance.font("caption"))
        high = painter.fontMetrics().height()
        top = (room.height() - 2 * high) // 2
        right = Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.color("ink"))
        best = _("{n} of {total}", n=counts.best, total=counts.of_best)
        painter.drawText(QRect(room.left(), top, room.width(), high), right, best)
        painter.setPen(theme.color("ink2"))
        others = _("{n} of {total}", n=counts.others, total=counts.of_others)
        painter.drawText(QRect(room.left(), top + high, room.width(), high), right, others)

    def _paint_bars(self, painter: QPainter, left: int, width: int) -> None:
        assert self.content is not None
        if width <= 0:
            return
        unit = _MM * self._appearance.theme.scale
        ours, theirs = shares_of(self.content.counts)
        inks = inks_of(self._appearance.theme)
        chart = draw_shares(ours, theirs, width / unit, _BAR_MM, _GAP_MM, inks=inks)
        height = chart.height * unit
        paint_chart(painter, QRectF(left, (self.height() - height) / 2, width, height), chart)

    def _paint_sure(self, painter: QPainter, room: QRect) -> None:
        assert self.content is not None
        look, theme = self._appearance, self._appearance.theme
        painter.setFont(look.font("caption"))
        high = painter.fontMetrics().height()
        side, gap = look.px(12), look.px(4)
        top = (room.height() - side - gap - high) // 2
        chart = draw_sureness(self.content.boxes, inks=inks_of(theme))
        wide = side * chart.width / chart.height
        paint_chart(painter, QRectF(room.left(), top, wide, side), chart)
        painter.setPen(theme.color("ink2"))
        words = QRect(room.left(), top + side + gap, room.width(), high)
        said = painter.fontMetrics().elidedText(
            self.content.sure, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(words, 0, said)


class HeadRow(QWidget):
    """The head of a group of findings; the first one names the columns."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._words = ""
        self._sides: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_words(self, words: str, sides: tuple[str, str] | None) -> None:
        """Show a head; with `sides` the columns are named."""
        self._words, self._sides = words, sides
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(640), px(44 if self._sides else 40))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(360), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        look, theme = self._appearance, self._appearance.theme
        painter = QPainter(self)
        box = self.rect()
        words, counts, bars, sure = columns_of(look, box.width())
        bottom = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("caption_strong"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRect(words, 0, counts - words, box.height()), bottom, self._words)
        if self._sides is not None:
            right = Qt.AlignmentFlag.AlignRight | bottom
            heads = "\n".join(side.capitalize() for side in self._sides)
            painter.drawText(QRect(counts, 0, look.px(COUNTS), box.height()), right, heads)
            painter.drawText(
                QRect(sure, 0, box.width() - sure, box.height()), bottom, _("How sure")
            )
            painter.setFont(look.font("caption"))
            scale = QRect(bars, 0, sure - look.px(GAP) - bars, box.height())
            if scale.width() > 0:
                painter.drawText(scale, bottom, "0")
                painter.drawText(scale, Qt.AlignmentFlag.AlignHCenter | bottom, _("half"))
                painter.drawText(scale, right, _("all"))
        line = QRect(box.left(), box.bottom() + 1 - theme.stroke, box.width(), theme.stroke)
        painter.fillRect(line, theme.color("edge"))
        painter.end()
