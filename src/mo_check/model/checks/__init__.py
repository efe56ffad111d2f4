"""What must hold between the parts of a checklist, and between a profile and its checklist."""
