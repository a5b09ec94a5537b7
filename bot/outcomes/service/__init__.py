"""Stating outcomes, making them final, looking at them."""
