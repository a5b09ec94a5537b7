"""Signing up, reminders and the quorum."""
