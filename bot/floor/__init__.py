"""On the day: check-in, the floor, items opened and closed by the chair."""
