"""The forms a document can be written in, with their suffixes; the table also feeds ``--help``."""

SCREEN = "table"
FORMATS = {SCREEN: ".txt", "md": ".md"}
