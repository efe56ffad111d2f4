"""Documents for Excel."""
