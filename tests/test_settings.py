"""Settings fall back instead of stopping the program."""

from pathlib import Path

import pytest

from icp_desktop.settings import Settings, SettingsFile, read_settings


def test_settings_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    SettingsFile(path).change(role="clients", scale=1.5, folder="/a b")
    found = SettingsFile(path).current
    assert (found.role, found.scale, found.folder) == ("clients", 1.5, "/a b")


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "[" * 100_000, "{", '"x"',
        '{"scale": 99, "role": "boss", "paper": 4, "show_preview": "yes", "folder": 7, "new": 1}',
        '{"scale": NaN, "window": "a\\u0000b", "less_motion": 1}',
    ],
)  # fmt: skip
def test_what_cannot_be_used_falls_back(text: str) -> None:
    assert read_settings(text) == Settings()


def test_a_folder_that_cannot_be_written_is_no_disaster(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = SettingsFile(tmp_path / "file" / "settings.json")
    assert kept.change(scale=1.2).scale == 1.2
    assert "could not be kept" in caplog.text
