"""What a closed vote came to, in figures, and what becomes of it."""
