"""From what an author writes, each part once, to a checklist that says everything in its place."""
