"""What is true of honours."""
