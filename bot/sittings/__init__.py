"""议事日: the days on which the neighbourhood deliberates."""
