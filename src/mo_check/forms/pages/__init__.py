"""What a questionnaire says around its questions, and the one on paper."""
