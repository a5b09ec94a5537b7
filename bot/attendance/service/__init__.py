"""What people do about a sitting that comes, and what time does."""
