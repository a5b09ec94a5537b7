"""Voice messages that are being written down, and who waits for it."""
