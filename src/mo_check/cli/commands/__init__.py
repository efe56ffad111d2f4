"""One command a file: parse, task, show, exit code."""
