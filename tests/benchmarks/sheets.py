"""What a script over spreadsheets does: read the same answers from small .xlsx files with pandas and openpyxl."""

import sys
from pathlib import Path

import pandas as pd

for path in sorted(Path(sys.argv[1]).iterdir()):
    pd.read_excel(path, engine="openpyxl")
