"""The town without Telegram."""

from tests.votes.conftest import hall

__all__ = ["hall"]
