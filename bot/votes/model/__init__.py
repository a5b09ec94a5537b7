"""What decides a vote: its rule, a ballot, the count, and the record that is published. Exact numbers only."""
