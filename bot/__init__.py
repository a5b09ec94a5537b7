"""Everything that talks, and the rules of the community: one folder a feature."""
