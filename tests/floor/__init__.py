"""A sitting on its day."""
