"""The command line: one command a file, each parse, task, show and exit code."""
