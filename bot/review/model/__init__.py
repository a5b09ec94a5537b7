"""What is true of reports of a stretch of days."""
