"""Filling workbooks in LibreOffice, through its own cells."""

import json
import subprocess
from pathlib import Path

from calling import environment
from filling import Cells

FILLER = Path(__file__).with_name("office_filler.py")
PYTHON = "/usr/bin/python3"
"""Debian's Python, for which python3-uno is made."""


def fill(file: Path, cells: Cells, *stores: Path) -> None:
    """Fill a workbook in LibreOffice; texts are typed as a person would, with an apostrophe before what looks like a formula."""
    typed_cells = [[*at, f"'{text}" if text[:1] in "=+-@" else text] for at, text in cells.items()]
    task = {"file": str(file), "cells": typed_cells, "stores": [str(one) for one in stores]}
    done = subprocess.run(
        [PYTHON, FILLER], input=json.dumps(task).encode(), capture_output=True, check=False, timeout=180, env=environment()
    )
    assert done.returncode == 0, done.stderr.decode()
