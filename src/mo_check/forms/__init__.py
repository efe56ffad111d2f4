"""The wing of questionnaires for people without a terminal: out and back in."""
