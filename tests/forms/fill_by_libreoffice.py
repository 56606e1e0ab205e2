"""python fill_by_libreoffice.py SENT.xlsx _ FILLING.json OUT: fills a workbook as a person does."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
_PATIENCE = 60


def main(sent: str, wanted: str, out: str) -> None:
    """Start LibreOffice, fill the named cells, save and end it."""
    pipe = f"icp{time.monotonic_ns()}"
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ]
        office = subprocess.Popen(command)
        try:
            desktop = _desktop(pipe)
            _fill(desktop, sent, json.loads(Path(wanted).read_text(encoding="utf-8")), out)
            desktop.terminate()
            office.wait(_PATIENCE)
        finally:
            office.kill()


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except Exception:  # it has not started yet
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _fill(desktop: Any, sent: str, filling: dict[str, Any], out: str) -> None:
    hidden = PropertyValue(Name="Hidden", Value=True)
    book = desktop.loadComponentFromURL(Path(sent).absolute().as_uri(), "_blank", 0, (hidden,))
    names = book.NamedRanges
    for name, value in filling.items():
        cell = names.getByName(name).getReferredCells().getCellByPosition(0, 0)
        if not cell.CellProtection.IsLocked or value == "locked?":
            cell.setString(value) if isinstance(value, str) else cell.setValue(value)
    kind = PropertyValue(Name="FilterName", Value=_FILTERS[Path(out).suffix])
    book.storeToURL(Path(out).absolute().as_uri(), (kind,))
    book.close(True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[3], sys.argv[4])
