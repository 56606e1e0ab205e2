"""The one gate for what people said: nothing leaves the program but through `release`.

Without consent, or for internal use, words become "[…]" and people nobody; quoted without the name,
name and company are taken out, also where they stand in the words. Who has withdrawn is not there.
Counts stay, for a count quotes nobody.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from icp_desktop.documents.content import Request
from icp_desktop.i18n import _, later
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Consent, Group, Interview, Permission, Quote
from icp_desktop.model.links import Pieces, TalkIndex, map_proof, settled
from icp_desktop.model.persona import PersonaLine
from icp_desktop.model.play import Play
from icp_desktop.model.project import Project
from icp_desktop.playbook.keeping import with_marks_compared

MASK = "[…]"
QUOTABLE: frozenset[Consent] = frozenset(("anonymous", "named"))
_MOST_QUOTES = 2  # beside one answer; the bank has all of them
_SHORTEST_WORDS = 12  # letters: a shorter quote is words like any others
_SHORTEST_NAME = 3  # letters: shorter parts of a name are words of their own
_GROUPS: dict[Group, str] = {
    "customer": later("A customer"),
    "lost": later("A customer who left, or did not buy"),
    "prospect": later("Not a customer yet"),
    "colleague": later("A colleague"),
}


def release(request: Request) -> Request:
    """Return a request whose project holds only what may be handed out, quotes beside the answers.

    Every writer begins with it; a second time it changes nothing.
    """
    if request.released:
        return request
    earlier = request.earlier
    if earlier is not None:
        earlier = replace(earlier, project=_released(earlier.project))
    project = _released(request.project)
    return replace(request, project=project, earlier=earlier, released=True)


def _released(project: Project) -> Project:
    released = with_quotes(cleared(with_marks_compared(project)))
    return replace(released, comments=())  # what is said of the work stays inside


def cleared(project: Project) -> Project:
    """Return a project as it may be shown to others: consent decides what is left of each talk."""
    talks = [each for each in project.interviews if each.permission.withdrawn is None]
    kept = {talk.id: _cleared(talk) for talk in talks}
    bare = _without_words(settled(project), kept)
    heard = {talk.id for talk in project.interviews}  # of a merge, their words may stand in one
    comments = tuple(each for each in project.comments if each.place not in heard)
    return replace(bare, interviews=tuple(kept.values()), comments=comments)


def with_quotes(project: Project) -> Project:
    """Return a cleared project whose linked proof carries the words that it rests on."""
    index: list[TalkIndex] = []

    def tell(place: str, pieces: Pieces) -> Pieces:
        if not any(each.linked for each in pieces):
            return pieces
        if not index:
            index.append(TalkIndex(project))
        return tuple(told for each in pieces for told in _told(each, place, index[0], project))

    return map_proof(project, tell)


def may_be_quoted(talk: Interview) -> bool:
    """Say whether the words of a talk may be handed out."""
    return talk.consent in QUOTABLE and talk.permission.withdrawn is None


def speaker_words(talk: Interview) -> str:
    """Return who said something, as far as they agreed to: the name and role, or the role alone."""
    named = talk.person.strip() if talk.consent == "named" else ""
    parts = [part for part in (named, talk.role.strip()) if part]
    return ", ".join(parts) or _(_GROUPS[talk.group])


def _told(piece: Evidence, place: str, index: TalkIndex, project: Project) -> Iterator[Evidence]:
    """Yield a piece with what it names, and once more for each of its best quotes."""
    if not piece.linked:
        yield piece
        return
    theme = next((each.name for each in project.themes if each.id == piece.theme), "")
    note = piece.note or (_("Theme “{name}”", name=theme) if theme else "")
    quotes = list(_quotes_of(piece, place, index))[:_MOST_QUOTES]
    if note or not quotes:
        yield replace(piece, note=note)
    for number, (talk, quote) in enumerate(quotes):
        words = " ".join(quote.text.split())
        yield replace(piece, id=f"{piece.id}-{number}", note=f"“{words}” {speaker_words(talk)}")


def _quotes_of(piece: Evidence, place: str, index: TalkIndex) -> Iterator[tuple[Interview, Quote]]:
    """Yield the quotes behind a piece that may be shown, the starred ones first."""
    heard = index.voices(piece, place)
    found = [
        (talk, quote)
        for talk in (*heard.talks, *heard.colleagues)
        if may_be_quoted(talk)
        for quote in talk.quotes
        if quote.id in piece.quotes or (piece.theme and piece.theme in quote.themes)
    ]
    yield from sorted(found, key=lambda each: not each[1].starred)


def _without_words(project: Project, kept: dict[str, Interview]) -> Project:
    """Return a project whose personas and playbook repeat of a talk no more than is left of it."""
    said = {
        quote.id: (_plain(quote.text), _plain(_left_of(quote.id, kept.get(talk.id))))
        for talk in project.interviews
        for quote in talk.quotes
    }
    pairs = {quote: each for quote, each in said.items() if each[0] != each[1]}
    if not pairs or not (project.personas or project.plays):
        return project

    def bare(line: PersonaLine) -> PersonaLine:
        text = line.text
        for piece in line.evidence:
            for words, left in (pairs[each] for each in piece.quotes if each in pairs):
                text = text.replace(words, left)
        return line if text == line.text else replace(line, text=text)

    personas = tuple(
        replace(each, lines=tuple(bare(line) for line in each.lines)) for each in project.personas
    )
    return replace(project, personas=personas, plays=_plays_without(project, pairs.values()))


def _plays_without(project: Project, pairs: Iterable[tuple[str, str]]) -> tuple[Play, ...]:
    """Return what is kept of a playbook without the words that are left out elsewhere."""
    found = [each for each in pairs if len(each[0]) >= _SHORTEST_WORDS]
    plays = []
    for play in project.plays:
        head, text = play.head, play.text
        for words, left in found:
            head, text = head.replace(words, left), text.replace(words, left)
        same = (head, text) == (play.head, play.text)
        plays.append(play if same else replace(play, head=head, text=text))
    return tuple(plays)


def _left_of(quote_id: str, talk: Interview | None) -> str:
    quotes = talk.quotes if talk is not None else ()
    return next((each.text for each in quotes if each.id == quote_id), MASK)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cleared(talk: Interview) -> Interview:
    match talk.consent:
        case "named":
            return replace(talk, permission=Permission(), source="")
        case "anonymous":
            return _without_names(talk)
    bare = replace(talk, person="", role="", company="", permission=Permission(), source="")
    return _reworded(bare, lambda text: MASK if text.strip() else "")


def _without_names(talk: Interview) -> Interview:
    bare = replace(talk, person="", company="", permission=Permission(), source="")
    names = _pattern(talk.person, *talk.person.split())
    company = _pattern(talk.company)

    def reword(text: str) -> str:
        if company is not None:
            text = company.sub(_("[company]"), text)
        return names.sub(_("[name]"), text) if names is not None else text

    return _reworded(bare, reword)


def _reworded(talk: Interview, reword: Callable[[str], str]) -> Interview:
    return replace(
        talk,
        notes=reword(talk.notes),
        answers=tuple(replace(each, text=reword(each.text)) for each in talk.answers),
        quotes=tuple(replace(each, text=reword(each.text), speaker="") for each in talk.quotes),
    )


def _pattern(*names: str) -> re.Pattern[str] | None:
    """Match names as whole words, the longest first; None where there are none."""
    known = {name.strip(" .,") for name in names}
    wanted = sorted((n for n in known if len(n) >= _SHORTEST_NAME), key=len, reverse=True)
    if not wanted:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)
