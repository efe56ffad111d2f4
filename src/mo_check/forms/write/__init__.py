"""Writing questionnaires, a kind of file each."""
