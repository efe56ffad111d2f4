"""Reading what comes back."""
