"""What time brings about at a sitting, each once."""

from enum import StrEnum


class Task(StrEnum):
    CALL = "call"
    """The moderators are asked who opens it."""
    INVITE = "invite"
    """It is open: those who said that they come, and the council, are asked to check in."""
    DOUBT = "doubt"
    """It runs without a quorum: the chair is asked whether to adjourn."""
    END = "end"
    """Its day is over: what was left open is closed, what was never opened was not held."""
