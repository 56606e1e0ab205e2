"""Forgetting a person in the window: gone from the library, its versions, backups and the file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from invented_talks import with_talks

from icp_desktop.ui.pages.page import INTERVIEWS, Place
from icp_desktop.ui.talks.page import InterviewsPage
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end.conftest import Start
from tests.end_to_end.program import NobodyAnswers, Program

NAME = "Wilhelmine Zapfenstreich"


class Agrees(NobodyAnswers):
    """Somebody who takes the first of the choices."""

    def choice(self, _title: str, _sentence: str, _choices: tuple[str, ...]) -> int | None:
        return 0


def files_that_tell(home: Path) -> list[str]:
    """Return the files of the program that hold the name, zipped ones unpacked."""
    import zipfile

    found = []
    for path in sorted(each for each in home.rglob("*") if each.is_file()):
        data = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                data += [archive.read(name) for name in archive.namelist()]
        if any(NAME.encode() in each for each in data):
            found.append(path.name)
    return found


def test_a_person_is_forgotten_everywhere(start: Start, tmp_path: Path) -> None:
    project = with_talks(make_sample("fitness-studio"), 3)
    first = replace(project.interviews[0], person=NAME)
    project = replace(project, interviews=(first, *project.interviews[1:]))
    program: Program = start(project, prompts=Agrees())
    program.go(Place(page=INTERVIEWS, view="talks", section=first.id))
    library = program.library
    library.keep_version(project.id, name="Draft", reason=f"after {NAME}", day=date(2026, 11, 21))
    library.backups.write(project, library.history(project.id), library.now())
    home = library.folder
    assert files_that_tell(home)

    view = program.window.current_view()
    assert view is not None
    page = view.page()
    assert isinstance(page, InterviewsPage)
    page.forget_person(first.id)
    program.settle()
    opened = view.workspace.opened
    assert [each.id for each in opened.project.interviews] == ["talk1", "talk2"]
    assert opened.undo_label is None
    program.close()
    assert files_that_tell(home) == []
