"""Writing announcements, and sending them."""
