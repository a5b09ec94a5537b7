"""What others are told when something happens to a concern."""
