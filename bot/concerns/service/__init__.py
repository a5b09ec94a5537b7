"""What people do with concerns."""
