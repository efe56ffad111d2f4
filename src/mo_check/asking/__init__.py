"""The door to the keyboard: three prompters for one interview."""
