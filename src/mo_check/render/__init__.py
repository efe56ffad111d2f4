"""Documents in every form that is passed on, and on the terminal."""
