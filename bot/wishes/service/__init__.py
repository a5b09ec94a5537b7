"""What people do with wishes."""
