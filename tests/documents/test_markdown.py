import html
import re
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Request
from icp_desktop.documents.markdown import literal
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source

TODAY = date(2026, 11, 21)
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><b>bold</b>",
    "{{7*7}}",
    "{% include 'x' %}",
    '"><img src=file:///etc/passwd>',
    '<link rel=attachment href="file:///etc/passwd">',
    "![x](http://evil.example/x.png)",
    "[click](javascript:alert(1))",
    "[a]: http://evil.example",
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list",
    "2) no list",
    "> no quote",
    "```no code",
    "`no code`",
    "**not bold** _nor this_ ~~nor gone~~",
    "a | b | c",
    "&amp; &#65; R&D",
    "---",
    "===",
    "* * *",
    "back\\slash \\* here",
    "=1+1",
    "C:\\temp\\",
    "<https://evil.example>",
    "<!-- gone -->",
    "| --- |",
    "~~~",
)


def with_texts(*strings: str) -> Project:
    answers = (
        Answer(
            field="people.occupation",
            value=Terms(items=tuple(Term(id=f"t{n}", text=s) for n, s in enumerate(strings))),
        ),
        Answer(
            field="needs.pains",
            value=Pairs(items=tuple(Pair(id="q", first=s, second=s) for s in strings)),
            weight="must",
        ),
        Answer(
            field="needs.why_now",
            value=Text(text=strings[0]),
            evidence=tuple(
                Evidence(id=f"e{n}", source="team", note=s, reference=s, against=n % 2 == 0)
                for n, s in enumerate(strings)
            ),
            next_test=NextTest(what=strings[-1], keep_if=strings[0], who=strings[-1]),
        ),
        *(
            Answer(field=field, value=Text(text=s))
            for field, s in zip(
                ("people.location", "company.location", "needs.result"), strings[1:4], strict=True
            )
        ),
    )
    profile = Profile(id="p1", name=strings[0], market="both", answers=answers, summary=strings[0])
    return Project(
        id="x1", client=strings[0], name="n", worksheet=standard_source(), profiles=(profile,)
    )


def written(project: Project, **wishes: object) -> str:
    request = Request(project=project, profile_id="", today=TODAY)
    return make_document("profile", ".md", replace(request, **wishes)).decode()


def shown(markdown: str) -> tuple[str, str]:
    """Return the HTML a reader makes of it, and the text that a person sees."""
    made = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    return made, html.unescape(re.sub(r"<[^>]*>", "", made.replace("<br>", "\n")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_was_typed(text: str) -> None:
    for place in ("{}", "- {}", "> {}", "| h |\n| --- |\n| {} |"):
        made, seen = shown(place.format(literal(text)))
        assert text in seen
        tags = {"p", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
        assert set(re.findall(r"<(\w+)", made)) <= tags


def test_lines_and_indents_of_a_text_are_kept() -> None:
    _made, seen = shown(literal("one\n    two\n\n- three\n    ===").replace("\n", "<br>"))
    assert seen.replace("\N{NO-BREAK SPACE}", " ").split("\n")[:2] == ["one", "    two"]
    assert "- three" in seen


def test_hostile_texts_in_every_field_leave_only_our_own_structure() -> None:
    made, seen = shown(written(with_texts(*HOSTILE), prepared_by=HOSTILE[0], version=HOSTILE[1]))
    for text in HOSTILE:
        assert text in seen
    for tag in ("script", "img", "link", "a ", "pre", "code", "h4", "s>"):
        assert f"<{tag}" not in made
    assert made.count("<table>") == 1
    assert made.count("<h1>") == 1


@pytest.mark.parametrize("sample", sample_ids())
def test_every_answer_of_a_sample_is_in_its_markdown(sample: str) -> None:
    project = make_sample(sample)
    content = make_profile_content(Request(project=project, profile_id="", today=TODAY))
    made, seen = shown(written(project))
    lines = [line for block in content.sections for row in block.rows for line in row.lines]
    assert len(lines) > 30
    for line in lines:
        for paragraph in line.text.split("\n"):
            assert paragraph in seen
        assert line.second in seen
    for each in content.not_yet_proven:
        assert each.label in seen
        assert each.test in seen
    assert seen.count("Not yet proven") == 1
    assert made.count("<h2>") >= 8


def test_marks_say_how_we_know_and_mixed_lists_say_it_entry_by_entry() -> None:
    proof = (Evidence(id="e", source="interviews", count=6, total=9),)
    answer = Answer(
        field="people.occupation",
        value=Terms(
            items=(Term(id="a", text="Nurses", evidence=proof), Term(id="b", text="Teachers"))
        ),
    )
    profile = Profile(id="p", name="P", market="both", answers=(answer,))
    project = Project(id="x", client="", name="", worksheet=standard_source(), profiles=(profile,))
    text = written(project)
    assert "- Nurses (**I** 6 of 9 interviews)" in text
    assert "- Teachers (**A** Assumption)" in text


def test_an_empty_profile_says_where_to_start() -> None:
    profile = Profile(id="p", name="P", market="b2c")
    project = Project(id="x", client="", name="", worksheet=standard_source(), profiles=(profile,))
    assert "Start with “" in written(project)


def test_control_signs_are_shown_and_not_dropped() -> None:
    assert literal("a\x07b\ud800") == "a\ufffdb\ufffd"
