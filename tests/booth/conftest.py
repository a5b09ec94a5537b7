"""The town without Telegram, for many calls at once."""

from tests.votes.conftest import hall

__all__ = ["hall"]
