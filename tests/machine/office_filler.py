"""Fills cells of a workbook in LibreOffice and stores it in other formats; run by Debian's own Python, which has UNO.

Reads from standard input: {"office": ..., "file": ..., "cells": [[sheet, row, column, text], ...], "stores": [file, ...]}.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".pdf": "calc_pdf_Export"}


def prop(name: str, value: object) -> PropertyValue:
    """Return one of UNO's named values."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(place: Path) -> object:
    """Connect to an office that listens at a place."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            remote = resolver.resolve(f"uno:pipe,name={place.name};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - UNO raises its own until the office listens
            time.sleep(0.2)
        else:
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    raise SystemExit("LibreOffice does not answer")


def main() -> None:
    """Fill and store."""
    task = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        options = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={place.name};urp;"]
        office = subprocess.Popen(["/usr/bin/soffice", *options, f"-env:UserInstallation={place.as_uri()}"])
        try:
            screen = desktop(place)
            book = screen.loadComponentFromURL(Path(task["file"]).as_uri(), "_blank", 0, (prop("Hidden", value=True),))
            for sheet, row, column, text in task["cells"]:
                book.Sheets.getByName(sheet).getCellByPosition(column, row).setFormula(text)
            for store in task["stores"]:
                book.storeToURL(Path(store).as_uri(), (prop("FilterName", FILTERS[Path(store).suffix]),))
            book.close(True)  # noqa: FBT003 - UNO takes no names
            screen.terminate()
        finally:
            office.wait(60)


main()
