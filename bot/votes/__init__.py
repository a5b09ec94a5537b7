"""Votes: rules as data, ballots, and a count that anyone can repeat."""
