"""A chapter of the playbook as plain text, to be pasted anywhere."""

from icp_desktop.i18n import _
from icp_desktop.ui.playbook.shown import ShownChapter, ShownLine

_BULLET = "• "  # and no spreadsheet takes a line that starts with it for a formula
_STOPS = ".?!:”"


def line_text(line: ShownLine, *, spoken: bool) -> str:
    """Return one line: the words alone where they are `spoken`, else with what stands above."""
    if spoken:
        return line.text.partition("\n")[0]
    return f"{line.head}\n{line.text}" if line.head else line.text


def chapter_text(chapter: ShownChapter) -> str:
    """Return a chapter: its title, its groups, and a line each for what they say."""
    blocks = [chapter.title]
    for group in chapter.groups:
        said = [line for line in group.lines if not (line.asks or line.hidden)]
        if said:
            rows = [_("{title}:", title=_guarded(group.title))] if group.title else []
            blocks.append("\n".join([*rows, *map(_bullet, said)]))
    return "\n\n".join(blocks)


def _guarded(title: str) -> str:
    """Return a title that no spreadsheet takes for a formula either."""
    return title if title[:1].isalnum() or title[:1] in "“‘" else f"“{title}”"


def _bullet(line: ShownLine) -> str:
    return f"{_BULLET}{in_one(line)}"


def in_one(line: ShownLine, *, first: bool = False) -> str:
    """Return a line with what stands above it in one; with `first` without what follows it."""
    text = line.text.partition("\n")[0] if first else line.text
    words, head = " ".join(text.split()), " ".join(line.head.split())
    if not head:
        return words
    if head[-1] in _STOPS:
        return f"{head} {words}"
    return f"{head} – {words}" if ":" in head else f"{head}: {words}"
