"""Who comes to a sitting: 我会来, reminders, and whether enough will be there."""
