"""Drafting, approving, publishing, correcting and reading minutes."""
