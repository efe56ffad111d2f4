"""Documents as a page."""
