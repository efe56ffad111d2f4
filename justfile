# The one door for whoever changes mo-check: `just` lists what there is. It comes with pip install -e ".[test,check]".

export PATH := justfile_directory() / ".venv/bin" + ":" + justfile_directory() / ".venv/Scripts" + ":" + env("PATH")

[private]
default:
    @just --list --unsorted

# What tells most in under two minutes: style, types, floors, and the unit tests without laws and slow ones
quick: style
    pytest -q -n auto -m "not slow and not property" tests/unit

# Style, types, floors, spelling, licences
style:
    ruff check .
    ruff format --check .
    mypy
    lint-imports --no-cache
    PYTHONPATH=tools pybabel -q extract
    pybabel -q update --check
    codespell
    reuse lint --lines
    pre-commit validate-config

# All tests that need no browser and no office program, as the README says; laws are tried on samples
test *options:
    pytest -n auto {{ options }}

# Simulations in full length, and laws on many more cases than the samples of every day
slow *options:
    pytest -n auto -m "slow or property" --hypothesis-profile full {{ options }}

# All tests with the branches they take, and whether these are enough
coverage:
    pytest -q -n auto --cov --cov-report=term

# Everything a change has to pass, in a fresh clone
all:
    .ci/run

# What a start and what many profiles cost, as ratios; the second needs pip install -e ".[benchmark]"
benchmark:
    python tests/benchmarks/startup.py
    python tests/benchmarks/batch.py

# After a German text has changed: collect it into every .po; what has no msgstr yet waits for its translation
catalogue:
    PYTHONPATH=tools pybabel -q extract
    pybabel -q update
    pybabel compile
