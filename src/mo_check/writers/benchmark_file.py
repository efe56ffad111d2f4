"""A benchmark as the text of its file: JSON, which is YAML too, with a line a group."""

import json

from mo_check.model.benchmark import Benchmark


def benchmark_file(benchmark: Benchmark) -> str:
    """Return the text of a benchmark."""
    distributions = []
    for distribution in benchmark.distributions:
        tree = distribution.model_dump(mode="json", exclude_none=True)
        groups = ",\n  ".join(json.dumps(group, ensure_ascii=False) for group in tree.pop("groups"))
        head = json.dumps(tree, ensure_ascii=False)[1:-1]
        distributions.append(f'{{{head}, "groups": [\n  {groups}\n]}}')
    return f'{{"format": "{benchmark.format}", "distributions": [\n' + ",\n".join(distributions) + "\n]}\n"
