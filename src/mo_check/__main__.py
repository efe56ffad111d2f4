"""The front door: answers --version at once, settles the language, and only then loads the program."""

import gc
import os
import sys

_COLLECT_AFTER = 100_000
"""A call makes many objects and drops few: collecting less often saves a twelfth of its time."""


def main() -> None:
    """Run mo-check with the arguments of the process and end it with the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from mo_check.cli.streams import prepare_streams, tell_version

        prepare_streams()
        sys.exit(tell_version())
    gc.set_threshold(_COLLECT_AFTER)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # none is used, and looking for one opens a file of every package
    from mo_check.cli.app import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
