"""A benchmark as the text of its file: JSON, which is YAML too, with a line a group."""

import json
from pathlib import Path

from mo_check.files.loading import build_model, check_format, load_tree
from mo_check.many.pure.benchmark import BENCHMARK_FORMAT, Benchmark


def benchmark_file(benchmark: Benchmark) -> str:
    """Return the text of a benchmark."""
    distributions = []
    for distribution in benchmark.distributions:
        tree = distribution.model_dump(mode="json", exclude_none=True)
        groups = ",\n  ".join(json.dumps(group, ensure_ascii=False) for group in tree.pop("groups"))
        head = json.dumps(tree, ensure_ascii=False)[1:-1]
        distributions.append(f'{{{head}, "groups": [\n  {groups}\n]}}')
    return f'{{"format": "{benchmark.format}", "distributions": [\n' + ",\n".join(distributions) + "\n]}\n"


def load_benchmark(path: Path) -> Benchmark:
    """Load a benchmark. Raises InvalidInput with everything that is wrong."""
    text, tree = load_tree(path)
    check_format(path, text, tree, BENCHMARK_FORMAT)
    return build_model(Benchmark, path, text, tree)
