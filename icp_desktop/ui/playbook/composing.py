"""The playbook of a profile as the page shows it: in parts, with lines of one kind together."""

from itertools import groupby

from icp_desktop.i18n import _, later
from icp_desktop.model.project import Profile, Project
from icp_desktop.playbook.composing import ToFind
from icp_desktop.playbook.efforts import spending
from icp_desktop.playbook.keeping import Line, Part, Playbook, playbook_of
from icp_desktop.playbook.sources import Because
from icp_desktop.ui.playbook.shown import (
    ShownChapter,
    ShownGroup,
    ShownLine,
    ShownPart,
    ShownPlaybook,
    ShownReason,
)

CHANNELS = "channels"  # the part that ends with where time and money go
_PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("messages", later("Messages"), ("messages",)),
    ("targeting", later("Targeting"), ("targeting", "topics")),
    (CHANNELS, later("Channels"), ("email", "channels")),
    ("talking", later("Talking"), ("qualifying", "objections")),
    ("upsell", later("More to sell"), ("upsell",)),
    ("service", later("Product, service"), ("product", "success")),
    ("decline", later("Polite no"), ("decline",)),
)
_SPOKEN = {"messages", "decline"}  # where the first line is sent or said as it stands


def compose_shown(project: Project, profile: Profile) -> ShownPlaybook:
    """Return the playbook of a profile as it is now."""
    playbook = playbook_of(project, profile)
    chapters = {each.chapter.id: _chapter(each) for each in playbook.parts}
    parts = [
        ShownPart(
            id=name,
            tab=_(tab),
            chapters=tuple(chapters.pop(each) for each in ids if each in chapters),
        )
        for name, tab, ids in _PARTS
    ]
    parts += [ShownPart(id=each.id, tab=each.title, chapters=(each,)) for each in chapters.values()]
    return ShownPlaybook(
        profile=profile.id,
        parts=tuple(parts),
        actions=tuple(each for each in project.actions if each.profile == profile.id),
        spending=spending(project, profile),
        taken=playbook.taken,
        changed=_changed(playbook),
    )


def _changed(playbook: Playbook) -> int:
    """Return how many lines a refresh would offer."""
    new = [each for each in playbook.lines if each.state == "composed"] if playbook.taken else []
    return len(playbook.out_of_date) + len(new)


def _chapter(part: Part) -> ShownChapter:
    groups = [
        ShownGroup(id=f"{part.chapter.id}/{number}", title=title, lines=tuple(map(_line, each)))
        for number, (title, each) in enumerate(groupby(part.lines, key=lambda line: line.group))
    ]
    if part.to_find:
        asked = tuple(_question(each) for each in part.to_find)
        groups.append(ShownGroup(id=f"{part.chapter.id}/asked", lines=asked))
    about = part.chapter
    return ShownChapter(
        id=about.id,
        title=about.label,
        lead=about.lead,
        groups=tuple(groups),
        spoken=about.id in _SPOKEN,
    )


def _line(line: Line) -> ShownLine:
    said = f"{line.group} {line.head} {line.text}"
    labels = [each.label for each in line.because]
    return ShownLine(
        id=line.key,
        text=line.text,
        head=line.head,
        reasons=tuple(
            _reason(each, "" if labels.count(each.label) > 1 else said) for each in line.because
        ),
        by_hand=line.edited,
        own=line.state == "own",
        hidden=line.hidden,
        changed=line.state == "stale",
        fresh=line.now if line.state == "stale" else "",
        lost=line.state == "lost",
    )


def _reason(because: Because, said: str) -> ShownReason:
    """Return a reason; what stands there is left out where the line says it in the same words."""
    first = because.words.partition("\n")[0].partition(" – ")[0]
    counted = because.proof
    return ShownReason(
        field=because.field,
        label=because.label,
        place=because.place,
        persona=because.persona,
        item="" if _bare(first) in _bare(said) else first,
        mark=because.grade,
        counted=_("{proof}, disputed", proof=counted) if because.disputed else counted,
    )


def _bare(words: str) -> str:
    return words.strip(" .?!“”").replace(";", ",").casefold()


def _question(found: ToFind) -> ShownLine:
    no_fit = not found.field and found.chapter == "decline"
    reason = ShownReason(
        field=found.field,
        label=found.label,
        place=found.place,
        persona=found.item if not (found.field or no_fit) else "",
        no_fit=no_fit,
    )
    name = f"?{found.chapter}/{found.field}/{found.item}/{found.question}"
    return ShownLine(id=name, text=found.question, reasons=(reason,), asks=True)
