"""What is said of many profiles."""
