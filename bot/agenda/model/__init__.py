"""Agenda items, their five steps, and what is said about them."""
