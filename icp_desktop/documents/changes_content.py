"""The page that says what changed: everything that differs from an earlier state, old and new."""

from icp_desktop.checks.grades import Grade
from icp_desktop.documents.changes import Change, ChangedPart, changes_between
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request, language_of
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.markdown import legend_line, mark_letter, one_line
from icp_desktop.documents.web_page import fill_page
from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.worksheet.phrases import say_day


@record
class ChangedLine:
    """One part that changed, in words; `name` is "" for the answer or the thing itself."""

    name: str
    was: str
    is_now: str


@record
class ChangedThing:
    """One answer or thing that changed; the marks are None where it is no answer."""

    name: str
    lines: tuple[ChangedLine, ...]
    old_mark: Grade | None
    new_mark: Grade | None
    is_answer: bool
    because: str


@record
class ChangedPlace:
    """What changed in one profile or of one kind."""

    title: str
    things: tuple[ChangedThing, ...]


@record
class ChangesContent:
    """What changed since an earlier state."""

    title: str
    client: str
    language: str
    lead: str
    compared: str
    places: tuple[ChangedPlace, ...]
    footer: str


def make_changes(request: Request) -> ChangesContent:
    """Return what changed since the state that the request names."""
    request = release(request)
    project, earlier = request.project, request.earlier
    places: tuple[ChangedPlace, ...] = ()
    if earlier is None:
        lead = _("No version has been kept yet, so there is nothing to compare with.")
        title, compared = _("What changed"), ""
    else:
        found = changes_between(earlier.project, project)
        title = _("What changed since {name}", name=earlier.name)
        lead = found.summary
        day = say_day(earlier.day)
        compared = _("Compared with “{name}” of {day}.", name=earlier.name, day=day)
        places = tuple(
            ChangedPlace(title=group.title, things=tuple(_thing(each) for each in group.changes))
            for group in found.groups
        )
    parts = (say_day(request.today), request.prepared_by.strip())
    return ChangesContent(
        title=title,
        client=project.client.strip(),
        language=language_of(request),
        lead=lead,
        compared=compared,
        places=places,
        footer=project.brand.footer.strip() or " · ".join(part for part in parts if part),
    )


def changes_html(request: Request) -> str:
    """Return the page as HTML to be printed."""
    content = make_changes(request)
    running = ", ".join(part for part in (content.title, content.client) if part)
    title = document_title(content.title, content.client)
    return fill_template(
        "changes.html", request, content=content, document_title=title, running_title=running
    )


def write_changes_page(request: Request) -> bytes:
    """Return the page for a browser, in UTF-8."""
    content = make_changes(request)
    title = document_title(content.title, content.client)
    return fill_page("changes.html", request, "changes.css", content=content, document_title=title)


def write_changes_text(request: Request) -> bytes:
    """Return the page as Markdown in UTF-8; what was is struck out, what is stands in bold."""
    content = make_changes(request)
    parts = [
        f"# {one_line(content.title)}",
        one_line(content.client),
        one_line(content.lead),
        one_line(content.compared),
    ]
    for place in content.places:
        parts.append(f"## {one_line(place.title)}")
        parts += ["\n".join(_text_lines(each)) for each in place.things]
    parts += [legend_line()] if content.places else []
    parts.append(one_line(content.footer))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _text_lines(thing: ChangedThing) -> list[str]:
    head = f"### {one_line(thing.name)}"
    if thing.is_answer:
        marks = (mark_letter(each) if each else "·" for each in (thing.old_mark, thing.new_mark))
        head += f" ({' → '.join(marks)})"
    lines = [head, ""]
    for each in thing.lines:
        name = f"{one_line(each.name)}: " if each.name else ""
        was = f"~~{one_line(each.was)}~~" if each.was else ""
        now = f"**{one_line(each.is_now)}**" if each.is_now else _("taken out")
        lines.append(f"- {name}{' '.join(part for part in (was, now) if part)}")
    return lines


def _thing(change: Change) -> ChangedThing:
    proof = change.new_proof if change.new_proof != change.old_proof else ""
    return ChangedThing(
        name=change.name,
        lines=tuple(_line(each) for each in change.parts),
        old_mark=change.old_mark,
        new_mark=change.new_mark,
        is_answer=bool(change.field),
        because=proof,
    )


def _line(part: ChangedPart) -> ChangedLine:
    return ChangedLine(name=part.name, was=part.old, is_now=part.new)
