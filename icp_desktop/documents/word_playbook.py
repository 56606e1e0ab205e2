"""The playbook for Word: a table per chapter, with what each line rests on beside it."""

from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title
from icp_desktop.documents.playbook_content import (
    Said,
    SaidChapter,
    make_playbook,
    without_open_ends,
)
from icp_desktop.documents.word_frame import Frame
from icp_desktop.documents.word_press import fill_word
from icp_desktop.i18n import _
from icp_desktop.model.record import record


@record
class WordRow:
    """A line with the title of its group, "" but for the first of the group."""

    title: str
    line: Said


def write_playbook(frame: Frame, request: Request) -> bytes:
    """Return the playbook as .docx, put into a frame; the request has been released."""
    content = without_open_ends(make_playbook(request))
    answered = any(each.groups for each in content.chapters)
    frame.masthead("{{ content.kicker }}", "{{ content.client }}")
    frame.put("{{ content.profile or _('A profile without a name') }}", "Title")
    frame.put("{{ lead }}", "Sentence")
    frame.legend()
    frame.put("{%p for chapter in content.chapters %}")
    frame.put("{{ chapter.label }}", "Heading 1")
    frame.put("{{ chapter.lead }}", "Lead")
    frame.put("{%p if chapter.groups %}")
    _put_lines(frame)
    frame.put("{%p endif %}")
    frame.put("{%p if chapter.to_find %}")
    frame.put(_("To be found out"), "Heading 3")
    frame.put("{%p for each in chapter.to_find %}")
    frame.put("{{ mark(None) }}\t{{ each.text }} ({{ each.label }})", "Marked")
    frame.put("{%p endfor %}")
    frame.put("{%p endif %}")
    frame.put("{%p endfor %}")
    _put_places(frame)
    _put_actions(frame)
    return fill_word(
        frame,
        request,
        document_title(content.kicker, content.profile, content.client),
        content=content,
        lead=content.lead if answered else content.first_step,
        rows=_rows,
        footer=content.footer,
    )


def _rows(chapter: SaidChapter) -> tuple[WordRow, ...]:
    return tuple(
        WordRow(title="" if number else group.title, line=line)
        for group in chapter.groups
        for number, line in enumerate(group.lines)
    )


def _put_lines(frame: Frame) -> None:
    frame.table(
        (42, 88, 44),
        (_("About"), _("What to say or do"), _("Because")),
        "row in rows(chapter)",
        (
            (("{{ row.title }}", "Heading 2"),),
            (
                ("{%p if row.line.head %}", "Normal"),
                ("{{ row.line.head }}", "Heading 2"),
                ("{%p endif %}", "Normal"),
                ("{{ row.line.text }}", "Normal"),
                ("{%p for each in row.line.how %}", "Normal"),
                ("{{ each }}", "Small"),
                ("{%p endfor %}", "Normal"),
                ("{%p if row.line.remark %}", "Normal"),
                ("{{ row.line.remark }}", "Heading 3"),
                ("{%p endif %}", "Normal"),
                ("{%p if row.line.now %}", "Normal"),
                ("{{ _('Today it would say:') }} {{ row.line.now }}", "Small"),
                ("{%p endif %}", "Normal"),
                ("", "End"),
            ),
            (
                ("{%p for each in row.line.reasons %}", "Normal"),
                ("{{ mark(each.grade) }}\t{{ each.known_words }}", "Marked"),
                ("{{ each.label }}", "Note"),
                ("{%p endfor %}", "Normal"),
                ("{%p if row.line.by_hand %}", "Normal"),
                ("{{ _('Our own words') }}", "Note"),
                ("{%p endif %}", "Normal"),
                ("", "End"),
            ),
        ),
    )


def _put_places(frame: Frame) -> None:
    frame.put("{%p if content.places %}")
    frame.put(_("Where time and money go now"), "Heading 1")
    frame.put("{{ content.places_lead }}", "Lead")
    frame.table(
        (66, 54, 54),
        (_("Place or channel"), _("Goes in now"), _("What the profile says")),
        "each in content.places",
        (
            (("{{ each.where }}", "Heading 2"),),
            (("{{ each.goes_in }}", "Normal"),),
            (("{{ each.verdict }}", "Normal"),),
        ),
    )
    frame.put("{%p endif %}")


def _put_actions(frame: Frame) -> None:
    frame.put("{%p if content.actions %}")
    frame.put(_("To be done"), "Heading 1")
    frame.table(
        (88, 54, 32),
        (_("What"), _("Who, by when"), _("State")),
        "each in content.actions",
        (
            (("{{ each.what }}", "Heading 2"),),
            (("{{ each.who_words }}", "Normal"),),
            (("{{ each.state or _('Open') }}", "Normal"),),
        ),
    )
    frame.put("{%p endif %}")
