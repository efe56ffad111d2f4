"""The front door: answers --version at once, settles the language, and only then loads the program."""

import sys


def main() -> None:
    """Run mo-check with the arguments of the process and end it with the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from mo_check import __version__

        sys.stdout.write(f"mo-check {__version__}\n")
        sys.exit(0)
    from mo_check.cli.app import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
