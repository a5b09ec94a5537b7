"""What is owed to chats, and how it gets there: outbox, boards, courier."""
