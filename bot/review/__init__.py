"""What a week, a month or any stretch of days came to: figures with their definitions, as picture, words and files."""
