"""What has happened, for `bot/reactions.py` to act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something that happened in a use case; named in the past tense by its feature's model."""
