"""Saving where there is no room: `python full_disk.py FOLDER LIMIT` (0: the folder's own size).

Prints one JSON table of what was told and what is left.
"""

import json
import os
import random
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from strategies import filled_project

from icp_desktop.errors import KnownError
from icp_desktop.model.project import Project
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.library import Library
from icp_desktop.storage.opening import Opener
from icp_desktop.storage.project_file import read_project_file
from icp_desktop.storage.publisher import Publisher

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def large(project: Project) -> Project:
    """The project with a megabyte that does not pack."""
    chance = random.Random(1)
    text = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=900_000))
    talk = replace(project.interviews[0], company=text)
    return replace(project, interviews=(talk, replace(talk, id="talk2", company=text[::-1])))


def main(folder: Path, limit: int) -> None:
    """Fill the library, limit the room, then try everything that writes."""
    before = filled_project()
    file = folder / "files" / "Client - Project.icp"
    pdf = folder / "Profile.pdf"
    write_whole(pdf, b"old" * 10_000)
    library = Library.open(folder / "data")
    library.save(None, before)
    publisher = Publisher(library, temporary=())
    Opener(publisher).choose_file("p1", file)
    library.backups.write(before, library.history("p1"), NOW)
    after = large(before)
    if limit:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    told = {}
    for name, task in (
        ("export", lambda: write_whole(pdf, os.urandom(2_000_000))),
        ("library", lambda: library.save(before, after)),
        ("backup", lambda: library.backups.write(after, library.history("p1"), NOW)),
        ("small change", lambda: library.save(before, replace(before, client="Small"))),
        ("publish", lambda: told.update(published=publisher.publish("p1").kind)),
    ):
        try:
            task()
            told[name] = "done"
        except KnownError as error:
            told[name] = str(error)
    told["state"] = library.load("p1").project.client
    told["file"] = read_project_file(file).project.client
    told["pdf"] = pdf.read_bytes() == b"old" * 10_000
    told["backups"] = [
        library.backups.read(each).project.client for each in library.backups.all("p1")
    ]
    library.close()
    with Library.open(folder / "data") as again:
        told["again"] = again.load("p1").project.client
    told["left"] = [each.name for each in folder.rglob(".icp-*")]
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
