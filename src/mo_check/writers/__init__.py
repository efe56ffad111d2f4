"""The door to files and pipes: documents in every form that is passed on, results as records."""
