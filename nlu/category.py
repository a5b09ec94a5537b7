"""What a concern can be about."""

from typing import Final

CATEGORIES: Final = (
    "lighting", "waste", "parking", "noise", "lift", "utility", "pets", "property", "greening",
    "safety", "road", "illegal_build", "housing", "traffic", "pollution", "stall", "other",
)  # fmt: skip
"""All categories, the most frequent first."""
