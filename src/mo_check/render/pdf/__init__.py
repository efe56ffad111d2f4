"""Documents as PDF, and the fonts we bring."""
