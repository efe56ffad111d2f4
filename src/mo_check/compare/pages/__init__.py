"""What is said of several profiles."""
