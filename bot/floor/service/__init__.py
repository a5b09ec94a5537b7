"""What people do at a sitting."""
