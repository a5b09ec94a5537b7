"""The town without Telegram, for what time brings."""

from tests.previews.conftest import hall

__all__ = ["hall"]
