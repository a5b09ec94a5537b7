"""What people do with goods."""
