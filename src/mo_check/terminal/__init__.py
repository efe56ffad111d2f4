"""The door to the screen: documents and interviews, with Rich or in plain lines."""
