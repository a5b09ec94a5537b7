"""The town without Telegram, for votes that are closed by the clock."""

from tests.votes.conftest import hall

__all__ = ["hall"]
