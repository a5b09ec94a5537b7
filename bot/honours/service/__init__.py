"""What people do about honours, and what time does."""
