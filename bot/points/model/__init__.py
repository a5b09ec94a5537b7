"""What is true of points."""
