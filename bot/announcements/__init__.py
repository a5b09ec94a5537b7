"""通知: what the community is told by those who run it, to many at once."""
