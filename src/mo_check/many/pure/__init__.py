"""What many profiles amount to."""
