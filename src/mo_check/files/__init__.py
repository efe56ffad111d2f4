"""The door to YAML and disk: reading strictly, complaining with place and remedy, saving without loss."""
