"""What is true of goods and of redemptions."""
