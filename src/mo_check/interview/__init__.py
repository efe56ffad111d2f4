"""The interview: its state, its questions, and the ways to ask them: keyboard, plain lines, the screen."""
