"""Calls that can't be carried out: each gets one sentence of its own and changes nothing."""

import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icp_desktop.cli.call import COMMANDS
from icp_desktop.cli.no_window import window_problem
from icp_desktop.errors import KnownError

Run = Callable[..., Any]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    told = run(command, "--help")
    assert told.code == 0
    assert told.out.startswith(f"usage: icp-desktop {command}")
    assert told.err == ""


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    told = run("--help")
    assert all(f"    {command}" in told.out for command in COMMANDS)
    assert "Exit code: 0 done; 1 the answer is no" in told.out


def test_the_version_is_told(run: Run) -> None:
    assert re.fullmatch(r"ICP Desktop \d+\.\d+\.\d+\n", run("--version").out)


def test_an_unknown_command_names_the_nearest_and_all(run: Run) -> None:
    sentence = run("exprot", "a.icp", "a.pdf").sentence
    assert sentence.startswith("There is no command “exprot”. Did you mean “export”?")
    assert all(command in sentence for command in COMMANDS)


def test_a_missing_word_is_named(run: Run) -> None:
    assert run("export", "a.icp").sentence == (
        "OUT is missing from the call. See icp-desktop export --help."
    )


def test_a_word_too_many_is_named(run: Run) -> None:
    assert run("show", "a.icp", "b.icp").sentence == (
        "“b.icp” is not understood. See icp-desktop --help."
    )


def test_an_unknown_option_is_named(run: Run) -> None:
    assert run("show", "a.icp", "--jsno").sentence.startswith("“--jsno” is not understood.")


def test_an_option_without_its_word_is_named(run: Run) -> None:
    assert "--sample" in run("new", "a.icp", "--sample").sentence


def test_options_alone_are_no_command(run: Run) -> None:
    assert run("--nonsense").sentence.startswith("“--nonsense” is not understood.")


def test_without_a_display_the_window_says_so_and_names_the_commands(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    sentence = run().sentence
    assert sentence.startswith("There is no display, so no window can be opened.")
    assert all(command in sentence for command in COMMANDS)


def test_where_a_part_of_the_system_is_missing_the_window_says_which(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def find_spec(self, name: str, *_more: object) -> None:
            if name == "icp_desktop.app":
                message = "libEGL.so.1: cannot open shared object file"
                raise ImportError(message)

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delitem(sys.modules, "icp_desktop.app", raising=False)
    monkeypatch.setattr("sys.meta_path", [Broken(), *sys.meta_path])
    sentence = run().sentence
    assert "because a part is missing: libEGL.so.1: cannot open" in sentence
    assert "These commands need no window: samples" in sentence


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_nothing_stands_in_the_way(
    run: Run, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv(name, "x")
    assert window_problem(None) == ""


def test_a_file_for_the_window_that_is_not_there_is_named(run: Run) -> None:
    assert run("nowhere.icp").sentence == "There is no file “nowhere.icp”."


def test_a_mistyped_command_is_not_taken_for_a_file(run: Run) -> None:
    assert "Did you mean “samples”?" in run("sample").sentence


def test_a_file_name_no_system_takes_is_no_crash(run: Run) -> None:
    assert run(f"{'x' * 5_000}.icp").sentence.startswith("There is no file “xxx")
    assert run("show", f"{'x' * 5_000}.icp").sentence


@pytest.mark.parametrize(
    "words",
    [
        ("show", "{}"),
        ("answer", "{}", "people.location", "Here"),
        ("export", "{}", "a.pdf"),
        ("check", "{}"),
        ("playbook", "{}"),
        ("versions", "{}"),
        ("keep", "{}", "One"),
        ("restore", "{}", "One"),
    ],
)
def test_a_project_that_is_not_there_is_named_by_every_command(
    run: Run, words: tuple[str, ...], tmp_path: Path
) -> None:
    assert "“gone.icp” is not in the folder" in run(*(w.format("gone.icp") for w in words)).sentence
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_project(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.icp").mkdir()
    assert "it is not a file" in run("show", "a.icp").sentence


@pytest.mark.parametrize("body", [b"", b"x", b"%PDF-1.7 no project", b"PK\x03\x04", b"\0" * 5_000])
def test_a_file_that_is_no_project_is_left_as_it_is(run: Run, tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "a.icp"
    file.write_bytes(body)
    assert "“a.icp”" in run("answer", "a.icp", "people.location", "Here").sentence
    assert file.read_bytes() == body


def test_a_damaged_project_is_left_as_it_is(run: Run, studio: str, tmp_path: Path) -> None:
    file = tmp_path / studio
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 0xFF
    file.write_bytes(body)
    assert "damaged" in run("show", studio).sentence
    assert file.read_bytes() == bytes(body)


def test_a_project_of_a_newer_program_names_what_is_needed(
    run: Run, studio: str, tmp_path: Path
) -> None:
    file = tmp_path / studio
    with zipfile.ZipFile(file) as old:
        parts = {entry: old.read(entry) for entry in old.infolist()}
    with zipfile.ZipFile(file, "w") as new:
        for entry, body in parts.items():
            manifest = entry.filename == "manifest.json"
            newer = {**json.loads(body), "format": 9} if manifest else {}
            new.writestr(entry, json.dumps(newer) if manifest else body)
    before = file.read_bytes()
    sentence = run("keep", studio, "One").sentence
    assert sentence.startswith("“a.icp” needs ICP Desktop ")
    assert "file format 9" in sentence
    assert file.read_bytes() == before


def test_a_file_nobody_may_read_says_so(
    run: Run, studio: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert run("show", studio).sentence.startswith("You are not allowed to read “a.icp”.")


def test_a_fault_is_told_in_one_line_without_anything_that_was_typed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_words: object) -> int:
        secret = "Jane Doe"
        raise RuntimeError(secret)

    monkeypatch.setattr("icp_desktop.cli.lists.samples", break_down)
    told = run("samples")
    assert told.code == 3
    assert told.err.count("\n") == 1
    assert "This is a fault of the program, not yours: RuntimeError at entry.py:" in told.err
    assert "Jane" not in told.err


def test_a_failure_of_the_system_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_words: object) -> int:
        raise OSError(5, "Input/output error", "somewhere.toml")

    monkeypatch.setattr("icp_desktop.cli.lists.samples", break_down)
    assert "somewhere.toml" in run("samples").sentence


def test_a_message_of_several_lines_becomes_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object) -> int:
        raise KnownError("One.\nTwo \x1b[31mred.\r\n")

    monkeypatch.setattr("icp_desktop.cli.lists.samples", refuse)
    assert run("samples").sentence == "One. Two [31mred."


def test_stopping_by_hand_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("icp_desktop.cli.lists.samples", stop)
    told = run("samples")
    assert (told.code, told.err) == (130, "icp-desktop: Stopped.\n")


def test_a_reader_who_goes_away_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())
    told = run("samples")
    assert (told.code, told.err) == (0, "")


def test_an_odd_terminal_gets_escapes_and_json_stays_json(
    run: Run, studio: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("answer", studio, "needs.result", "“So” – 👩‍👩‍👧 \u202eabc")
    body = io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", io.TextIOWrapper(body, "ascii", write_through=True))
        assert run("show", studio).code == 0
        first = body.getvalue().decode("ascii")
        body.truncate(0)
        body.seek(0)
        assert run("show", studio, "--json").code == 0
        found = json.loads(body.getvalue().decode("ascii").lstrip("\0"))
    assert "\\u201cSo\\u201d" in first
    answers = {a["field"]: a["answer"] for a in found["profiles"][0]["answers"]}
    assert answers["needs.result"] == "“So” – 👩‍👩‍👧 \u202eabc"
