"""What people do with agenda items."""
