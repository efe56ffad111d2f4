"""One function per thing a user can do; the doors to the world come in as arguments."""
