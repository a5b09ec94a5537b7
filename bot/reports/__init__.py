"""What the community is told of how concerns are seen to: what is overdue, the week, 三率, the ten of the month."""
