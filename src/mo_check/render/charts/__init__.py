"""Charts as SVG, drawn by hand: small, and with their numbers."""
