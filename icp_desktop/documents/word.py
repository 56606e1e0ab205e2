"""Documents for Word: the full profile, the one page, the cards of personas, the playbook.

Each is a frame of paragraphs with tags, filled with the very content that the printed page has.
A document of another kind needs a function here and a line in the table at the end.
"""

from collections.abc import Callable

from icp_desktop.checks.grades import Grade
from icp_desktop.documents.brand import make_dress
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import (
    Request,
    Row,
    language_of,
)
from icp_desktop.documents.html import document_title
from icp_desktop.documents.one_page import Room, make_wall
from icp_desktop.documents.persona_content import make_cards
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.rows import planned_tests
from icp_desktop.documents.word_frame import MEASURE, Frame, Lines
from icp_desktop.documents.word_playbook import write_playbook
from icp_desktop.documents.word_press import fill_word
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.record import record

_SHORT = 120  # characters that still read as one answer; more is text
_ROOM = Room(lines=4, verdicts=6, characters=110)
_ANSWER: Lines = (
    ("{%p for part in answer(row) %}", "Normal"),
    ("{%p if part.grade %}", "Normal"),
    ("{{ mark(part.grade) }}\t{{ part.text }}", "Marked answer"),
    ("{%p elif part.short %}", "Normal"),
    ("{{ part.text }}", "Short answer"),
    ("{%p else %}", "Normal"),
    ("{{ part.text }}", "Normal"),
    ("{%p endif %}", "Normal"),
    ("{%p if part.second and part.grade %}", "Normal"),
    ("{{ part.second }}", "Note"),
    ("{%p elif part.second %}", "Normal"),
    ("{{ part.second }}", "Small"),
    ("{%p endif %}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p for each in row.quotations %}", "Normal"),
    ("“{{ each.words }}” {{ each.who }}", "Quote"),
    ("{%p endfor %}", "Normal"),
    ("", "End"),
)
_PROOF: Lines = (
    ("{%p for each in row.proofs %}", "Normal"),
    ("{{ mark(each.grade) }}\t{{ each.words }}", "Marked"),
    ("{%p for note in each.notes %}", "Normal"),
    ("{{ note }}", "Note"),
    ("{%p endfor %}", "Normal"),
    ("{%p else %}", "Normal"),
    ("{{ mark(row.grade) }}\t{{ row.known_words }}", "Marked"),
    ("{%p endfor %}", "Normal"),
    ("{%p for each in row.against %}", "Normal"),
    ("{{ _('Against:') }} {{ each }}", "Note"),
    ("{%p endfor %}", "Normal"),
    ("{%p for each in tests(row) %}", "Normal"),
    ("{{ _('Next test:') }} {{ each }}", "Note"),
    ("{%p endfor %}", "Normal"),
    ("", "End"),
)


@record
class AnswerPart:
    """One line of an answer; `grade` is None where the answer has one grade for all of it."""

    text: str
    second: str = ""
    grade: Grade | None = None
    short: bool = True


def write_word(document_id: str, request: Request) -> bytes:
    """Return a document as .docx; raise KnownError if there is none of that kind for Word."""
    if document_id not in _WRITERS:
        raise KnownError(_("The document “{id}” can’t be written for Word.", id=document_id))
    request = release(request)
    dress = make_dress(request.project.brand)
    return _WRITERS[document_id](Frame(request.paper, dress, language_of(request)), request)


def _write_profile(frame: Frame, request: Request) -> bytes:
    content = make_profile_content(request)
    frame.masthead("{{ content.kind_words }}", "{{ content.client }}")
    frame.put("{{ content.title or _('A profile without a name') }}", "Title")
    frame.put("{%p if content.retired %}")
    frame.put("{{ content.retired }}")
    frame.put("{%p endif %}")
    frame.put("{{ content.sentence or content.first_step }}", "Sentence")
    frame.put("{{ content.headline }}")
    _put_short_list(frame, "musts")
    _put_short_list(frame, "ruled_out")
    frame.put("")
    frame.legend()
    _put_sections(frame)
    _put_unproven(frame)
    frame.put(_("How this was made"), "Heading 1")
    frame.put("{%p for fact in content.how_made %}")
    frame.put("{{ fact.label }}", "Heading 3")
    frame.put("{{ fact.text }}")
    frame.put("{%p endfor %}")
    title = document_title(content.title, content.client, content.kind_words)
    return fill_word(
        frame,
        request,
        title,
        content=content,
        answer=_answer,
        tests=planned_tests,
        footer=content.footer,
    )


def _put_short_list(frame: Frame, name: str) -> None:
    frame.put(f"{{%p if content.{name} %}}")
    frame.put(f"{{{{ content.{name}_label }}}}", "Heading 3")
    frame.put(f"{{%p for row in content.{name} %}}")
    frame.put("{{ mark(row.grade) }}\t{{ row.label }}: {{ row.short }}{{ row.aside }}", "Marked")
    frame.put("{%p endfor %}")
    frame.put("{%p endif %}")


def _put_sections(frame: Frame) -> None:
    frame.put("{%p for block in content.sections if block.rows or block.open_labels %}")
    frame.put("{{ block.label }}", "Heading 1")
    frame.put("{%p if block.lead %}")
    frame.put("{{ block.lead }}", "Lead")
    frame.put("{%p endif %}")
    frame.put("{%p if block.rows %}")
    frame.table(
        (42, 88, 44),
        (_("What was asked"), _("What we answer"), _("How we know")),
        "row in block.rows",
        (
            (("{{ row.label }}", "Heading 2"), ("{{ row.verdict }}", "Small")),
            _ANSWER,
            _PROOF,
        ),
    )
    frame.put("{%p endif %}")
    frame.put("{%p if block.open_labels %}")
    frame.put("{{ _('Still open') }}: {{ block.open_labels|join(', ') }}", "Small")
    frame.put("{%p endif %}")
    frame.put("{%p endfor %}")


def _put_unproven(frame: Frame) -> None:
    frame.put("{%p if content.not_yet_proven %}")
    frame.put(_("Not yet proven"), "Heading 1")
    frame.table(
        (48, 40, 48, 38),
        (_("What we believe"), _("How we know"), _("Next test"), _("Who, by when")),
        "each in content.not_yet_proven",
        (
            (("{{ each.words }}", "Heading 2"), ("{{ each.label }}. {{ each.verdict }}", "Small")),
            (("{{ mark(each.grade) }}\t{{ each.known_words }}", "Marked"),),
            (
                ("{{ each.test or _('No test is planned yet.') }}", "Normal"),
                ("{%p if each.keep_if %}", "Normal"),
                ("{{ _('We keep it if {outcome}', outcome=each.keep_if) }}", "Small"),
                ("{%p endif %}", "Normal"),
            ),
            (("{{ each.who_words }}", "Normal"),),
        ),
    )
    frame.put("{%p endif %}")


def _answer(row: Row) -> tuple[AnswerPart, ...]:
    if row.kind in ("terms", "pairs") and (row.mixed or any(line.second for line in row.lines)):
        return tuple(
            AnswerPart(text=each.text, second=each.second, grade=each.grade if row.mixed else None)
            for each in row.lines
        )
    if row.kind in ("terms", "pairs"):
        return (AnswerPart(text=row.short, short=len(row.short) <= _SHORT),)
    first, _line_end, rest = row.words.partition("\n")
    parts = [AnswerPart(text=first, short=len(first) <= _SHORT)]
    parts += [AnswerPart(text=each, short=False) for each in rest.split("\n") if each.strip()]
    return tuple(parts)


def _write_one_page(frame: Frame, request: Request) -> bytes:
    content = make_profile_content(request)
    negative = content.kind == "negative"
    frame.masthead("{{ kind }}", "{{ content.client }}")
    frame.put("{{ shorten(content.title, 140) or _('A profile without a name') }}", "Title")
    frame.put("{{ shorten(content.sentence or content.first_step, 420) }}", "Sentence")
    blocks = [[_wall_lines(f"wall.blocks[{row * 3 + n}]") for n in range(3)] for row in range(2)]
    frame.grid((58, 58, 58), blocks)
    frame.put("{%p if wall.quotation %}")
    frame.put("“{{ wall.quotation.words }}” {{ wall.quotation.who }}", "Quote")
    frame.put("{%p endif %}")
    frame.grid((MEASURE - 66, 66), [[_wall_lines("wall.yes"), _wall_lines("wall.no")]])
    frame.put("")
    frame.legend()
    kind = content.kind_words if negative else _("Our ideal customer")
    return fill_word(
        frame,
        request,
        document_title(content.title, content.client, kind),
        content=content,
        kind=kind,
        wall=make_wall(content, _ROOM),
        more=_more_words,
        footer=content.footer,
    )


def _more_words(number: int) -> str:
    return n_("and {n} more in the full profile", "and {n} more in the full profile", number)


def _wall_lines(block: str) -> tuple[tuple[str, str], ...]:
    words = "{% if line.label %}{{ line.label }}: {% endif %}{{ shorten(line.text, 110) }}"
    return (
        (f"{{{{ {block}.label }}}}", "Heading 3"),
        (f"{{%p for line in {block}.lines %}}", "Normal"),
        ("{%p if line.marked %}", "Normal"),
        (f"{{{{ mark(line.grade) }}}}\t{words}", "Marked"),
        ("{%p else %}", "Normal"),
        (words, "Normal"),
        ("{%p endif %}", "Normal"),
        ("{%p else %}", "Normal"),
        ("{{ _('Still open') }}", "Small"),
        ("{%p endfor %}", "Normal"),
        (f"{{%p if {block}.more %}}", "Normal"),
        (f"{{{{ more({block}.more) }}}}", "Small"),
        ("{%p endif %}", "Normal"),
        ("", "End"),
    )


def _write_personas(frame: Frame, request: Request) -> bytes:
    content = make_cards(request)
    frame.masthead(_("Personas"), "{{ content.client }}")
    frame.put("{{ content.profile or _('A profile without a name') }}", "Title")
    frame.put("{%p if not content.cards %}")
    frame.put("{{ content.first_step }}", "Sentence")
    frame.put("{%p endif %}")
    frame.legend()
    frame.put("{%p for card in content.cards %}")
    frame.put("{%p if not loop.first %}")
    frame.new_page()
    frame.put("{%p endif %}")
    frame.put("{{ card.title }}", "Heading 1")
    frame.put("{%p if card.picture %}")
    frame.put(
        "{{ picture(card.picture, _('Picture of {name}', name=card.name or card.title), 22) }}"
    )
    frame.put("{%p endif %}")
    frame.put("{%p if card.name %}")
    frame.put("{{ card.name }}", "Heading 2")
    frame.put("{%p endif %}")
    frame.put("{{ [card.occupation, card.parts_words]|select|join(' · ') }}", "Short answer")
    frame.put("{%p if card.quotation %}")
    frame.put("“{{ card.quotation.words }}” {{ card.quotation.who }}", "Quote")
    frame.put("{%p endif %}")
    rows = [[_card_lines(row * 2 + n) for n in range(2)] for row in range(3)]
    frame.grid((MEASURE / 2, MEASURE / 2), rows)
    frame.put("{%p endfor %}")
    return fill_word(
        frame,
        request,
        document_title(_("Personas"), content.profile, content.client),
        content=content,
        footer=content.footer,
    )


def _card_lines(number: int) -> tuple[tuple[str, str], ...]:
    block = f"card.blocks[{number}]"
    return (
        (f"{{{{ {block}.label }}}}", "Heading 3"),
        (f"{{%p for line in {block}.lines %}}", "Normal"),
        ("{{ mark(line.grade) }}\t{{ line.text }}", "Marked"),
        ("{%p for each in line.quotations %}", "Normal"),
        ("“{{ each.words }}” {{ each.who }}", "Note"),
        ("{%p endfor %}", "Normal"),
        ("{%p for each in line.against %}", "Normal"),
        ("{{ _('Against:') }} {{ each }}", "Note"),
        ("{%p endfor %}", "Normal"),
        ("{%p else %}", "Normal"),
        ("{{ _('Still open') }}", "Small"),
        ("{%p endfor %}", "Normal"),
        ("", "End"),
    )


_WRITERS: dict[str, Callable[[Frame, Request], bytes]] = {
    "profile": _write_profile,
    "one-page": _write_one_page,
    "personas": _write_personas,
    "playbook": write_playbook,
}
