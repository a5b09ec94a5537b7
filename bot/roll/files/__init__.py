"""What a file says, whether CSV or XLSX, and how the roll is written into one. Knows no books and no Telegram."""
