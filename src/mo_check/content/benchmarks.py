"""Benchmark files: loading with everything checked."""

from pathlib import Path

from mo_check.content.loading import build, check_format, load_tree
from mo_check.model.benchmark import BENCHMARK_FORMAT, Benchmark


def load_benchmark(path: Path) -> Benchmark:
    """Load a benchmark. Raises InvalidInput with everything that is wrong."""
    text, tree = load_tree(path)
    check_format(path, text, tree, BENCHMARK_FORMAT)
    return build(Benchmark, path, text, tree)
