"""Thanks, badges, the pioneers of a year and their certificates, and what buildings reach together."""
