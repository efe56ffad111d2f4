"""The door to files and pipes: documents as text formats, results as records."""
