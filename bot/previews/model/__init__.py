"""What was published of a sitting's agenda, and what may be voted because of it."""
