"""What is true of concerns."""
