"""Calm in the group: slow mode, a pause for one person, a message taken out. Each has a number, a rule and an end."""
