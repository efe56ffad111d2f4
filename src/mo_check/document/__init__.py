"""The neutral document: what is said, as blocks and cells, with charts as data."""
