"""What goes to the clipboard: plain lines that no spreadsheet takes for formulas."""

from icp_desktop.ui.playbook.plain_text import chapter_text, line_text
from icp_desktop.ui.playbook.shown import ShownChapter, ShownGroup, ShownLine


def test_a_chapter_is_its_title_its_groups_and_a_line_each() -> None:
    chapter = ShownChapter(
        id="m",
        title="Messages",
        groups=(
            ShownGroup(
                id="g",
                title="=No time",
                lines=(
                    ShownLine(id="a", text="=HYPERLINK(1)\nWe open at six.", head="The planner"),
                    ShownLine(id="b", text="+Start slowly."),
                    ShownLine(id="c", text="Not shown", hidden=True),
                    ShownLine(id="d", text="What hurts?", asks=True),
                ),
            ),
            ShownGroup(id="h", title="Nothing said", lines=()),
        ),
    )

    text = chapter_text(chapter)

    assert text == (
        "Messages\n\n“=No time”:\n• The planner: =HYPERLINK(1) We open at six.\n• +Start slowly."
    )
    assert all(line[:1] not in "=+-@\t" for line in text.splitlines() if line)


def test_a_question_is_copied_with_what_stands_above_it_a_message_alone() -> None:
    line = ShownLine(id="a", head="How large are you?", text="A good sign: 50 people")

    assert line_text(line, spoken=False) == "How large are you?\nA good sign: 50 people"
    said = ShownLine(id="b", head="For: The planner", text="We open at six.\nReach them by mail.")
    assert line_text(said, spoken=True) == "We open at six."
