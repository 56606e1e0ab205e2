"""The data of a pack: answers, quotes and lists as CSV for any spreadsheet, all of it as JSON."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.consent import may_be_quoted, release, speaker_words
from icp_desktop.documents.content import Request
from icp_desktop.documents.json_document import words_of_project
from icp_desktop.documents.lead_list import harmless
from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.model.table import Table
from icp_desktop.sharing.choice import HIDING_NAMES, Hidden
from icp_desktop.sharing.pack_index import PackFile
from icp_desktop.storage.file_names import file_name


def data_files(request: Request) -> Iterator[PackFile]:
    """Yield the data of a project as files that open anywhere."""
    yield _file("answers.csv", _("Answers"), _("Every answer and its proof."), _answers(request))
    released = release(request).project
    if any(talk.quotes for talk in released.interviews if may_be_quoted(talk)):
        yield _file(
            "quotes.csv", _("Quotes"), _("What people said, word for word."), _quotes(released)
        )
    for number, table in enumerate(request.project.tables, 1):
        name = file_name(f"{number:02} {table.role}", "", ".csv")
        yield _file(name, table.name, _("A list that was read in."), _list(table))
    about = _("Everything, exactly, as open text for other programs.")
    yield _file("project.json", _("All data"), about, make_document("data", ".json", request))


def hidden_list(hidden: Iterable[Hidden]) -> bytes:
    """Return the list of what was hidden as CSV; it is for the owner alone."""
    rows = [(_(HIDING_NAMES[e.kind]), e.was, e.became, str(e.places)) for e in hidden]
    return write_csv((_("What"), _("Was"), _("Stands there now"), _("Places")), rows)


def write_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8 with a mark at its start; no cell is taken for a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([harmless(each) for each in heads])
    writer.writerows([harmless(each) for each in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _file(name: str, title: str, about: str, data: bytes) -> PackFile:
    return PackFile(name=f"data/{name}", title=title, about=about, data=data)


def _answers(request: Request) -> bytes:
    words = words_of_project(request)
    rows = [_answer("", each) for each in words["about"]]
    for profile in words["profiles"]:
        rows += [_answer(profile["name"], each) for each in profile["answers"]]
    heads = (_("Profile"), _("Section"), _("Question"), _("Answer"), _("How we know"))
    return write_csv(heads, rows)


def _answer(profile: str, answer: dict[str, str]) -> tuple[str, ...]:
    return (profile, answer["section"], answer["label"], answer["answer"], answer["words"])


def _quotes(project: Project) -> bytes:
    themes = {each.id: each.name for each in project.themes}
    rows = [
        (quote.text, speaker_words(talk), ", ".join(themes.get(each, "") for each in quote.themes))
        for talk in project.interviews
        if may_be_quoted(talk)
        for quote in talk.quotes
    ]
    return write_csv((_("Words"), _("Who"), _("Themes")), rows)


def _list(table: Table) -> bytes:
    rows = list(csv.reader(io.StringIO(table.body.data.decode("utf-8"), newline="")))
    return write_csv(rows[0] if rows else (), rows[1:])
