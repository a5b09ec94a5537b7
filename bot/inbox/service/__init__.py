"""What the staff does in the inbox."""
