"""What becomes of an objection."""

from enum import StrEnum


class Verdict(StrEnum):
    UPHELD = "upheld"
    """The item is decided anew."""
    DISMISSED = "dismissed"
