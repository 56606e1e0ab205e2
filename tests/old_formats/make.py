"""Write the project file and the library of the present format, once per release that changes it.

`python make.py` from the checkout; commit what it writes and never change it afterwards.
"""

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from strategies import filled_project

from icp_desktop.codec.parts import FORMAT
from icp_desktop.storage.library import LIBRARY_FILE, Library
from icp_desktop.storage.project_file import project_file_bytes
from icp_desktop.storage.schema import CURRENT

HERE = Path(__file__).parent
DAY = date(2026, 11, 21)


def main() -> None:
    """Write both."""
    project = filled_project(answers=8)
    with tempfile.TemporaryDirectory() as folder:
        time = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
        with Library.open(Path(folder), clock=lambda: time) as library:
            library.save(None, project)
            library.keep_version("p1", name="Draft", reason="Before the talks", day=DAY)
            library.save(project, replace(project, name="Profiles, second draft"))
            library.remember_place("p1", {"page": "worksheet"})
            data = project_file_bytes(library.load("p1").project, library.history("p1"))
        (HERE / f"project-v{FORMAT}.icp").write_bytes(data)
        shutil.copyfile(Path(folder) / LIBRARY_FILE, HERE / f"library-v{CURRENT.version}.sqlite")


if __name__ == "__main__":
    main()
