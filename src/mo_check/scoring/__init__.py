"""Scoring: pure functions from a checklist and a profile to results (docs/method.md)."""
