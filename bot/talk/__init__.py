"""What people write without a command: understood, done, asked about, or left alone."""
