"""What is true of wishes."""
