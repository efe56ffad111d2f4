"""The door to the screen: documents with Rich or in plain lines."""
