"""What is true about a sitting while it is held."""
