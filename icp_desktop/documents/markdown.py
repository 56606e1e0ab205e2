"""The full profile as Markdown: headings, lists and one table; what people typed stays literal."""

import re

from icp_desktop.checks.grades import GRADE_MEANINGS, GRADE_NAMES, GRADES, LETTERS, Grade
from icp_desktop.documents.cells import visible
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import AnswerLine, Block, ProfileContent, Request, Row
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.i18n import _

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?=[-+](?:\s|$)|--|=+\s*$|#)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)(?=[.)](?:\s|$))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def write_markdown(request: Request) -> bytes:
    """Return the profile as Markdown in UTF-8."""
    content = make_profile_content(release(request))
    parts = [*_opening(content)]
    for block in content.sections:
        parts += _section(block)
    parts += _not_yet_proven(content)
    parts += _closing(content)
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def literal(text: str) -> str:
    """Return a text with every sign escaped that Markdown, HTML or a template could act upon."""
    text = _INDENT.sub(lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), visible(text).strip())
    text = _SIGNS.sub(lambda found: f"\\{found[0]}", text)
    return _LINE_START.sub(r"\\", _NUMBERED.sub(r"\1\\", text))


def _opening(content: ProfileContent) -> list[str]:
    about = (content.client, content.kind_words, content.market_words, content.version_words)
    parts = [
        f"# {one_line(content.title)}",
        " · ".join(one_line(each) for each in about if each),
        quoted(content.sentence),
        f"**{one_line(content.headline)}**",
        _paragraph(content.retired),
        "\n".join(f"- {one_line(f.label)}: {one_line(f.text)}" for f in content.facts),
    ]
    for label, rows in (
        (content.musts_label, content.musts),
        (content.ruled_out_label, content.ruled_out),
    ):
        if rows:
            lines = (_in_short(row) for row in rows)
            parts += [f"## {one_line(label)}", "\n".join(line.rstrip() for line in lines)]
    return parts if not content.is_empty else [*parts, _paragraph(content.first_step)]


def _in_short(row: Row) -> str:
    words = one_line(f"{row.words}{row.aside}")
    return f"- {one_line(row.label)}: {words} {mark_letter(row.grade)}"


def _section(block: Block) -> list[str]:
    count = _("{n} of {total} proven", n=block.proven, total=block.total)
    parts = [f"## {one_line(block.label)}", count if block.total else ""]
    for row in block.rows:
        parts += _field(row, weighed=block.section_id != "about")
    if block.open_labels:
        labels = ", ".join(one_line(label) for label in block.open_labels)
        parts.append(_("Still open: {fields}", fields=labels))
    return parts


def _field(row: Row, *, weighed: bool) -> list[str]:
    known = f"{mark_letter(row.grade)} {one_line(row.known_words)}"
    parts = [f"### {one_line(row.label)}"]
    if row.kind in ("terms", "pairs"):
        parts.append("\n".join(_item(line, row) for line in row.lines))
    else:
        parts.append(_paragraph(row.words))
    parts.append(f"{one_line(row.verdict)} · {known}" if weighed else known)
    notes = [f"- {one_line(note)}" for proof in row.proofs for note in proof.notes]
    notes += [_("- Against: {note}", note=one_line(note)) for note in row.against]
    if row.next_test:
        notes.append(_("- Next test: {test}", test=one_line(row.next_test)))
    parts.append("\n".join(notes))
    for quotation in row.quotations:
        who = f" – {quotation.who}" if quotation.who else ""
        parts.append(quoted(f"“{quotation.words}”{who}"))
    return parts


def _item(line: AnswerLine, row: Row) -> str:
    text = one_line(line.text)
    if line.second:
        text += f" – {one_line(line.second)}"
    if row.mixed:
        text += f" ({mark_letter(line.grade)} {one_line(line.known_words)})"
    return f"- {text}"


def _not_yet_proven(content: ProfileContent) -> list[str]:
    if not content.not_yet_proven:
        return []
    heads = (
        _("Field"),
        _("What we believe"),
        _("Matters"),
        _("How we know"),
        _("Next test"),
        _("We keep it if"),
        _("Who, by when"),
    )
    lines = [_table_line(heads), _table_line(("---",) * len(heads))]
    lines += [
        _table_line(
            (
                one_line(each.label),
                one_line(each.words),
                each.weight_words,
                f"{mark_letter(each.grade)} {one_line(each.known_words)}",
                one_line(each.test),
                one_line(each.keep_if),
                one_line(each.who_words),
            )
        )
        for each in content.not_yet_proven
    ]
    return [f"## {_('Not yet proven')}", "\n".join(lines)]


def _closing(content: ProfileContent) -> list[str]:
    made = [f"- {one_line(f.label)}: {one_line(f.text)}" for f in content.how_made]
    if content.agreed:
        made.append(f"- {_('Who agreed')}: {one_line(content.agreed)}")
    return [
        f"## {_('How this was made')}",
        "\n".join(made),
        legend_line(),
        one_line(content.footer),
    ]


def legend_line() -> str:
    """Return what the letters stand for."""
    return " · ".join(
        f"{mark_letter(grade)} {_(GRADE_NAMES[grade])}: {_(GRADE_MEANINGS[grade])}"
        for grade in reversed(GRADES)
    )


def mark_letter(grade: Grade | None) -> str:
    """Return the letter of a grade, "" where nothing is answered."""
    return f"**{LETTERS[grade]}**" if grade else ""


def _table_line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def one_line(text: str) -> str:
    """Return a text for a heading, a list entry or a cell: line ends become visible breaks."""
    return literal(text).replace("\n", "<br>")


def _paragraph(text: str) -> str:
    """Return a text as paragraphs with its line ends kept."""
    blocks = re.split(r"\n\s*\n", literal(text))
    return "\n\n".join(block.replace("\n", "\\\n") for block in blocks)


def quoted(text: str) -> str:
    """Return a text as a quotation."""
    if not text:
        return ""
    return "\n".join(f"> {line}".rstrip() for line in _paragraph(text).split("\n"))
