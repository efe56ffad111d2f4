"""The wing of many profiles: rows, statistics, benchmarks."""
