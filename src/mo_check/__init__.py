"""mo-check: how well does a municipality cooperate with migrant organisations, what is missing, and what comes next."""

__version__ = "0.1.0"
