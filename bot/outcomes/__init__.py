"""What follows when a vote is closed: its outcome, the notice with its days for objections, the resolution."""
