import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icp_desktop.i18n import SOURCE_LANGUAGE, set_program_language
from icp_desktop.model.project import Project
from icp_desktop.settings import Role
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.prompts import Prompts
from tests.end_to_end.program import Program

Start = Callable[..., Program]


@pytest.fixture
def start(
    themed: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Start]:
    """Open the real window on a home of its own, with a project in it if one is given."""
    opened: list[Program] = []

    def start_program(
        project: Project | None = None,
        *,
        role: Role = "own",
        scale: float = 1.0,
        size: tuple[int, int] = (1280, 800),
        language: str = SOURCE_LANGUAGE,
        prompts: Prompts | None = None,
        home: Path = tmp_path / "home",
    ) -> Program:
        monkeypatch.setenv("ICP_DESKTOP_HOME", str(home))
        set_program_language(language)
        themed.set_scale(scale)
        program = Program(themed, home, role=role, prompts=prompts)
        opened.append(program)
        if project is not None:
            program.add(project)
        program.show(*size)
        return program

    gc.disable()  # between two programs, too: threads must not destroy widgets
    yield start_program
    for program in opened:
        program.close()
    set_program_language(SOURCE_LANGUAGE)
    gc.collect()
    gc.enable()
