"""Free text → what is meant. Knows nothing of the bot."""
