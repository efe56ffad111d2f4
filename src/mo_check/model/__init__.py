"""What the words of mo-check mean: checklists, profiles, sources, and what comes out of them. Frozen, with tuples."""
