"""A crash report holds kinds, places and versions, and not a word of the person's."""

import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.errors import KnownError
from icp_desktop.ui.crash import CrashReporter, name_versions, write_report

_SECRET = "Maja Sommerfeld"  # plainly invented


def _fail() -> None:
    try:
        try:
            {}[_SECRET]
        except KeyError as error:
            raise ValueError(f"the answer of {_SECRET} at /home/{_SECRET}") from error
    except ValueError:
        raise RuntimeError(_SECRET)  # noqa: B904 - the context has to be told as well


@pytest.fixture
def error() -> Exception:
    try:
        _fail()
    except RuntimeError as caught:
        return caught
    raise AssertionError


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[CrashReporter]:
    made = CrashReporter()
    yield made
    made.remove()


def test_a_report_names_kinds_and_places_and_nobody(error: Exception) -> None:
    report = write_report(error)
    assert _SECRET not in report
    assert "Sommerfeld" not in report
    for kind in ("KeyError", "ValueError", "RuntimeError"):
        assert f"builtins.{kind}" in report
    assert "test_crash.py" in report
    assert "in _fail" in report
    assert "/home" not in report
    assert name_versions() in report


def test_places_in_our_code_are_named_from_the_package_on() -> None:
    from icp_desktop.documents.catalogue import find_document

    try:
        find_document(_SECRET)
    except KnownError as caught:
        report = write_report(caught)
    assert "icp_desktop/documents/catalogue.py:" in report
    assert _SECRET not in report


def test_the_work_is_saved_before_anything_is_shown(
    reporter: CrashReporter, error: Exception
) -> None:
    order: list[str] = []
    reporter.set_save(lambda: not order.append("saved"))
    reporter.set_show(lambda _text, saved: order.append(f"shown, saved {saved}"))
    reporter.report(error)
    reporter.report(error)
    assert order == ["saved", "shown, saved True", "saved"]  # the same fault is shown once


def test_a_report_appears_although_saving_fails(reporter: CrashReporter, error: Exception) -> None:
    shown: list[bool] = []

    def save() -> bool:
        raise OSError(_SECRET)

    reporter.set_save(save)
    reporter.set_show(lambda _text, saved: shown.append(saved))
    reporter.report(error)
    assert shown == [False]


def test_a_thread_that_dies_is_reported_on_the_thread_of_the_window(
    reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    reporter.set_show(lambda _text, _saved: shown.append(threading.get_ident()))
    reporter.install()
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [threading.get_ident()]


def test_what_qt_complains_about_is_logged_without_quotes(
    reporter: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        reporter._on_qt_message(
            QtMsgType.QtWarningMsg, _Place(), f'could not open "/home/{_SECRET}/x.icp"'
        )
        reporter._on_qt_message(QtMsgType.QtWarningMsg, _Place(), "Timers cannot be started")
    assert _SECRET not in caplog.text
    assert "Timers cannot be started" in caplog.text


class _Place:
    file = "/src/qt/kernel.cpp"
    line = 7
