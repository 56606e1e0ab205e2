"""What every screen beside the rail is made of: a head, messages, content, and a toast."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.page_head import PageHead
from icp_desktop.ui.widgets.message_bar import MessageBar
from icp_desktop.ui.widgets.progress_strip import ProgressStrip
from icp_desktop.ui.widgets.toast import Toast

Tone = Literal["note", "due", "failed"]
Action = tuple[str, Callable[[], None]]


class Screen(QFrame):
    """A page head, message bars above the content, and the content."""

    def __init__(self, appearance: Appearance, title: str, parent: QWidget | None = None) -> None:
        """Compose the frame; subclasses call `show_content`."""
        super().__init__(parent)
        self.appearance = appearance
        self.setProperty("kind", "page")
        self.head = PageHead(appearance, title)
        self._bars: dict[str, MessageBar] = {}
        self._messages = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)
        self._layout.addLayout(self._messages)
        self._toast: Toast | None = None
        self._progress: ProgressStrip | None = None
        self._cancel: Callable[[], None] | None = None
        self._fit_messages()
        appearance.changed.connect(self._fit_messages)

    def show_content(self, content: QWidget) -> None:
        """Put the content below the head."""
        self._layout.addWidget(content, 1)

    def say(
        self,
        sentence: str,
        *,
        undo: Callable[[], None] | None = None,
        action: Action | None = None,
    ) -> None:
        """Show a toast at the foot of the screen."""
        if self._toast is None:
            self._toast = Toast(self.appearance, self)
        if action is not None:
            self._toast.say(sentence, action[1], action[0])
        else:
            self._toast.say(sentence, undo)

    def dismiss_toast(self) -> None:
        """Take the toast away, as at the next edit."""
        if self._toast is not None:
            self._toast.dismiss()

    def tell(self, key: str, tone: Tone, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show a message above the content; one with the same key takes its place."""
        bar = self._bars.get(key)
        if bar is None:
            bar = self._bars[key] = MessageBar(self.appearance)
            self._messages.addWidget(bar)
        bar.say(tone, sentence, actions)
        self._fit_messages()

    def untell(self, key: str) -> None:
        """Take a message away, if it is there."""
        if key in self._bars:
            self._bars[key].dismiss()

    def messages(self) -> dict[str, MessageBar]:
        """Return the messages that stand there, by their keys."""
        return {key: bar for key, bar in self._bars.items() if not bar.isHidden()}

    def show_progress(
        self, sentence: str, done: int, total: int, cancel: Callable[[], None]
    ) -> None:
        """Show at the foot how far long work has come; `total` 0 where nobody knows."""
        if self._progress is None:
            self._progress = ProgressStrip(self.appearance)
            self._progress.cancelled.connect(self._on_cancelled)
            foot = QHBoxLayout()
            px = self.appearance.px
            foot.setContentsMargins(px(32), px(8), px(32), px(12))
            foot.addWidget(self._progress)
            self._layout.addLayout(foot)
        self._cancel = cancel
        self._progress.show_progress(sentence, done, total)

    def end_progress(self) -> None:
        """Show no progress any more."""
        if self._progress is not None:
            self._progress.dismiss()

    def _on_cancelled(self) -> None:
        self.end_progress()
        if self._cancel is not None:
            self._cancel()

    def _fit_messages(self) -> None:
        px = self.appearance.px
        shown = bool(self._bars)
        self._messages.setContentsMargins(px(32), 0, px(32), px(12) if shown else 0)
        self._messages.setSpacing(px(8))
