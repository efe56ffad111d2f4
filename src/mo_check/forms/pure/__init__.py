"""What a questionnaire is: its questions, its head, and the names by which answers find back."""
