"""What is said of one profile, and of the checklists it answers."""
