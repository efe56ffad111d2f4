"""How several profiles are compared."""
