"""Rows and benchmarks as files."""
