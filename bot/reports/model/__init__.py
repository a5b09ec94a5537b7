"""What is true of reports."""
