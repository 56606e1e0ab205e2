"""A form as plain text for an e-mail, and the answers in a reply to it that was saved as a file."""

import re
import textwrap

from icp_desktop.documents.form_content import (
    NAME,
    ROLE,
    Ask,
    FormRequest,
    Token,
    make_form_content,
    write_token,
)
from icp_desktop.documents.form_controls import TOKEN
from icp_desktop.documents.raw_form import RawForm, RawValue, UnreadableError, tidy
from icp_desktop.i18n import _, later
from icp_desktop.worksheet.definitions import Option

LARGEST_REPLY = 2_000_000  # bytes; a long thread with pictures is no reply to a form
_WIDTH = 72
_ANSWER = later("Answer:")
_WHO = {NAME: later("Your name:"), ROLE: later("Your work:")}
_QUOTED = re.compile(r"^(?:[>|]\s?)+")
_QUESTION = re.compile(r"\[(?P<number>\d{1,3})\]")
_REFERENCE = re.compile(
    r"\[icp (?P<format>\d{1,3}) (?P<form>[a-z0-9][\w.-]*) (?P<project>[a-z0-9][\w.-]*)"
    r" (?P<questionnaire>[a-z0-9][\w.-]*) (?P<edition>\d{1,6})\]"
)


def numbered(number: int) -> str:
    """Return the name under which the answer to a numbered question is found."""
    return f"n_{number}"


def write_form_text(request: FormRequest) -> bytes:
    """Return a form as the text of an e-mail."""
    content = make_form_content(request)
    how = _("Reply to this message and write below each question. Leave empty what you don’t know.")
    lines = [content.title, "", *textwrap.wrap(how, _WIDTH), ""]
    lines += [*(_(words) + " " + getattr(content, _attribute(name)) for name, words in _who()), ""]
    for part in content.parts:
        if part.label:
            lines += [f"{part.label}", "-" * len(part.label), ""]
        for ask in part.asks:
            lines += _question(ask)
    token = content.token
    reference = (
        f"[icp {token.format} {token.form} {token.project} {token.questionnaire} {token.edition}]"
    )
    lines += [reference, _("Please leave the line above as it is. Thank you."), ""]
    return "\n".join(line.rstrip() for line in lines).encode()


def read_form_text(data: bytes) -> RawForm:
    """Return the answers in a reply; raise UnreadableError if it answers no form of ours."""
    if len(data) > LARGEST_REPLY:
        raise UnreadableError("unknown")
    text = tidy(_decoded(data))
    found = _REFERENCE.search(" ".join(text.split()))
    if found is None:
        raise UnreadableError("unknown")
    token = Token(
        form=found["form"],
        project=found["project"],
        questionnaire=found["questionnaire"],
        edition=int(found["edition"]),
        format=int(found["format"]),
    )
    values = {TOKEN: RawValue(text=write_token(token))}
    for name, answer in _answers(text).items():
        values[name] = RawValue(text=answer)
    return RawForm(values=values)


def _answers(text: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    current, in_answer = "", False
    for line in text.split("\n"):
        bare = _QUOTED.sub("", line).strip()
        if question := _QUESTION.match(bare):
            current, in_answer = numbered(int(question["number"])), False
        elif bare.startswith("[icp "):
            current, in_answer = "", False
        elif name := next((n for n, w in _WHO.items() if bare.startswith((w, _(w)))), ""):
            found[name] = [bare.partition(":")[2].strip()]
        elif current and not in_answer and bare.startswith((_ANSWER, _(_ANSWER))):
            found.setdefault(current, []).append(bare.partition(":")[2].strip())
            in_answer = True
        elif in_answer:
            found[current].append(bare)
    joined = {name: "\n".join(lines).strip() for name, lines in found.items()}
    return {name: answer for name, answer in joined.items() if answer}


def _question(ask: Ask) -> list[str]:
    details = textwrap.wrap(f"({ask.guidance})", _WIDTH) if ask.guidance else []
    field = ask.field
    if field.kind == "yes_no":
        details += _offered((Option(id="yes", label=_("Yes")), Option(id="no", label=_("No"))))
    details += _offered(field.choices)
    if len(field.units) == 1:
        details += [f"({field.units[0].label})"]
    details += _offered(field.units) if len(field.units) > 1 else []
    if field.kind == "pairs":
        halves = f"{ask.first_label or _('What')} = {ask.second_label or _('the answer to it')}"
        details += [_("(One pair a line: {halves})", halves=halves)]
    head = textwrap.wrap(f"[{ask.number}] {ask.text}", _WIDTH)
    return [*head, *details, _(_ANSWER), "", ""]


def _offered(options: tuple[Option, ...]) -> list[str]:
    return textwrap.wrap(" / ".join(each.label for each in options), _WIDTH) if options else []


def _who() -> list[tuple[str, str]]:
    return list(_WHO.items())


def _attribute(name: str) -> str:
    return "person" if name == NAME else "role"


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
