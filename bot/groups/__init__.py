"""Group chats: which community each belongs to, what it is for, and what the bot can do there."""
