"""The personas of a profile as Markdown, each line with its proof and the quotes it keeps."""

from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.documents.markdown import legend_line, mark_letter, one_line, quoted
from icp_desktop.documents.persona_content import Card, CardLine, make_cards
from icp_desktop.i18n import _


def write_personas_text(request: Request) -> bytes:
    """Return the personas as Markdown in UTF-8."""
    content = make_cards(release(request))
    about = (content.profile, content.client, content.version_words)
    parts = [f"# {_('Personas')}", " · ".join(one_line(each) for each in about if each)]
    for card in content.cards:
        parts += _card(card)
    parts += [legend_line()] if content.cards else [one_line(content.first_step)]
    parts.append(one_line(content.footer))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _card(card: Card) -> list[str]:
    about = (card.name, card.occupation, card.parts_words)
    parts = [
        f"## {one_line(card.title)}",
        " · ".join(one_line(each) for each in about if each),
    ]
    if card.quotation is not None:
        who = f" – {card.quotation.who}" if card.quotation.who else ""
        parts.append(quoted(f"“{card.quotation.words}”{who}"))
    for block in card.blocks:
        lines = [each for line in block.lines for each in _line(line)]
        parts += [f"### {one_line(block.label)}", "\n".join(lines) or _("Still open")]
    return parts


def _line(line: CardLine) -> list[str]:
    known = f"{mark_letter(line.grade)} {one_line(line.known_words)}"
    lines = [f"- {one_line(line.text)} ({known})"]
    for each in line.quotations:
        who = f" – {each.who}" if each.who else ""
        lines.append(f"  - {one_line(f'“{each.words}”{who}')}")
    lines += [f"  - {_('Against:')} {one_line(each)}" for each in line.against]
    return lines
