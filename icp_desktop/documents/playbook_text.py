"""The playbook as Markdown: each line with why it is there."""

from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.documents.markdown import legend_line, mark_letter, one_line
from icp_desktop.documents.playbook_content import (
    PlaybookContent,
    Said,
    SaidChapter,
    make_playbook,
    without_open_ends,
)
from icp_desktop.i18n import _


def write_playbook_text(request: Request) -> bytes:
    """Return the playbook as Markdown in UTF-8."""
    content = without_open_ends(make_playbook(release(request)))
    about = (content.profile, content.client, content.version_words)
    parts = [f"# {_('Playbook')}", " · ".join(one_line(each) for each in about if each)]
    answered = any(each.groups for each in content.chapters)
    parts.append(content.lead if answered else content.first_step)
    for chapter in content.chapters:
        parts += _chapter(chapter)
    parts += [*_places(content), *_actions(content), legend_line(), one_line(content.footer)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _chapter(chapter: SaidChapter) -> list[str]:
    parts = [f"## {one_line(chapter.label)}", chapter.lead]
    for group in chapter.groups:
        lines = [each for line in group.lines for each in _line(line)]
        parts += [f"### {one_line(group.title)}", "\n".join(lines)]
    if chapter.to_find:
        parts.append(f"### {_('To be found out')}")
        asked = (f"- {one_line(each.text)} ({one_line(each.label)})" for each in chapter.to_find)
        parts.append("\n".join(asked))
    return parts


def _line(line: Said) -> list[str]:
    head = f"**{one_line(line.head)}** " if line.head else ""
    lines = [f"- {head}{one_line(line.text)}"]
    lines += [f"  - {one_line(each)}" for each in line.how]
    if line.remark:
        lines.append(f"  - **{line.remark}**")
    if line.now:
        lines.append(f"  - {_('Today it would say:')} {one_line(line.now)}")
    because = "; ".join(
        f"{one_line(each.label)} {mark_letter(each.grade)} {one_line(each.known_words)}"
        for each in line.reasons
    )
    own = _("our own words") if line.by_hand else ""
    told = "; ".join(each for each in (because, own) if each)
    return [*lines, f"  - {_('Because: {reasons}', reasons=told)}"]


def _places(content: PlaybookContent) -> list[str]:
    if not content.places:
        return []
    lines = (
        f"- {one_line(': '.join(e for e in (each.where, each.goes_in) if e))}. {each.verdict}."
        for each in content.places
    )
    return [f"## {_('Where time and money go now')}", content.places_lead, "\n".join(lines)]


def _actions(content: PlaybookContent) -> list[str]:
    if not content.actions:
        return []
    lines = []
    for each in content.actions:
        rest = "; ".join(part for part in (one_line(each.who_words), each.state) if part)
        box = "x" if each.done else " "
        lines.append(f"- [{box}] {one_line(each.what)}{f' ({rest})' if rest else ''}")
    return [f"## {_('To be done')}", "\n".join(lines)]
