"""What people do about points."""
