"""The floor: PyYAML's C parser over every file of a folder, event by event, doing nothing."""

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).iterdir()):
    for _ in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
        pass
