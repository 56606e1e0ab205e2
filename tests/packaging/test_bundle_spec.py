"""The spec file, evaluated for each system with a PyInstaller that only notes what it is asked."""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
PLUGINS = {
    "linux": ("PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/tls/libq.so"),
    "win32": ("PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/tls/qssl.dll"),
    "darwin": (
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/tls/libq.dylib",
    ),
}


class Builder:
    """Takes the calls of a spec file and keeps them."""

    def __init__(self, binaries: list[tuple[str, str, str]]) -> None:
        self.binaries = binaries
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def named(self, name: str) -> list[dict[str, Any]]:
        return [{"args": args, **words} for called, args, words in self.calls if called == name]

    def names(self) -> dict[str, Any]:
        def note(name: str) -> Callable[..., Any]:
            def call(*args: Any, **words: Any) -> Any:
                self.calls.append((name, args, words))
                data = [("icp_desktop/resources/x", "/x", "DATA"), ("etc/fonts/y", "/y", "DATA")]
                return SimpleNamespace(
                    binaries=list(self.binaries), datas=data, pure=[], scripts=[], name=name
                )

            return call

        return {name: note(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}


@pytest.fixture
def evaluate(
    monkeypatch: pytest.MonkeyPatch, script: Callable[[str], ModuleType]
) -> Callable[..., Builder]:
    contents = script("bundle_contents")

    def run(system: str, pango: str = "/pango") -> Builder:
        natives = [*contents.PANGO[system], *contents.PANGO_FRIENDS[system]]
        pdfium = contents.PDFIUM[system]
        libraries = (*natives, *PLUGINS[system], f"pypdfium2_raw/{pdfium}")
        binaries = [(name, f"/lib/{name}", "BINARY") for name in libraries]
        runtime = "_polars_runtime_compat/_polars_runtime.abi3.so"
        binaries.append((runtime, f"/lib/{runtime}", "EXTENSION"))
        builder = Builder(binaries)
        imports = [(name, f"/lib/{name}") for name in natives]
        told = "\n".join(f"  NEEDED  {name}" for name in natives)
        hooks = {
            "collect_data_files": lambda name: [(f"/packages/{name}/x", name)],
            "collect_dynamic_libs": lambda name: [(f"/packages/{pdfium}", name)],
            "copy_metadata": lambda name: [(f"{name}.dist-info", ".")],
            "get_module_file_attribute": lambda _name: "/fonts/__init__.py",
        }
        bindepend = {"get_imports": lambda _file: imports}
        for name, members in (
            ("PyInstaller", {}),
            ("PyInstaller.utils", {}),
            ("PyInstaller.utils.hooks", hooks),
            ("PyInstaller.depend", {}),
            ("PyInstaller.depend.bindepend", bindepend),
        ):
            module = ModuleType(name)
            module.__dict__.update(members)
            monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(sys, "path", [*sys.path])
        monkeypatch.setattr(
            "subprocess.run", lambda *_words, **_more: SimpleNamespace(stdout=told, returncode=0)
        )
        monkeypatch.setenv("ICP_PANGO_FOLDER", pango if system != "linux" else "")
        spec = str(PACKAGING / "icp_desktop.spec")
        runpy.run_path(spec, init_globals={**builder.names(), "SPECPATH": str(PACKAGING)})
        return builder

    return run


@pytest.mark.parametrize(
    ("system", "programs"),
    [
        ("linux", {"icp-desktop": True}),
        ("win32", {"ICP Desktop": False, "icp-desktop": True}),
        ("darwin", {"icp-desktop": False}),
    ],
)
def test_the_spec_makes_the_programs_of_each_system(
    evaluate: Callable[..., Builder], system: str, programs: dict[str, bool]
) -> None:
    builder = evaluate(system)
    assert {exe["name"]: exe["console"] for exe in builder.named("EXE")} == programs
    (collected,) = builder.named("COLLECT")
    *_programs, binaries, data = collected["args"]
    names = {entry[0] for entry in binaries}
    assert PLUGINS[system][0] in names
    assert PLUGINS[system][1] not in names
    assert any(name.startswith("pypdfium2_raw/") for name in names), "nothing names it but code"
    (analysis,) = builder.named("Analysis")
    folders = {folder for _source, folder in analysis["datas"]}
    assert {"docx", "pypdfium2", "pypdfium2_raw"} <= folders
    assert [entry[0] for entry in data] == ["icp_desktop/resources/x"]
    assert bool(builder.named("BUNDLE")) == (system == "darwin")


def test_pango_is_fetched_from_the_folder_that_is_named(
    evaluate: Callable[..., Builder],
) -> None:
    (analysis,) = evaluate("win32").named("Analysis")
    sources = {Path(source).name: folder for source, folder in analysis["binaries"]}
    assert sources["libpango-1.0-0.dll"] == "."
    *pango, pdfium = analysis["binaries"]
    assert all(source.startswith("/pango") for source, _folder in pango)
    assert pdfium == ("/packages/pdfium.dll", "pypdfium2_raw")


def test_macos_learns_which_files_are_ours(evaluate: Callable[..., Builder]) -> None:
    from icp_desktop.storage.container import MIME

    (app,) = evaluate("darwin").named("BUNDLE")
    (kind,) = app["info_plist"]["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.mime-type"] == [MIME]
    (shown,) = app["info_plist"]["CFBundleDocumentTypes"]
    assert shown["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]


def test_without_a_folder_of_pango_nothing_is_built(evaluate: Callable[..., Builder]) -> None:
    with pytest.raises(SystemExit, match="ICP_PANGO_FOLDER"):
        evaluate("win32", pango="")
