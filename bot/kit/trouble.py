"""What a call to Telegram may meet that passes by itself."""

from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramServerError

PASSING = (TelegramNetworkError, TelegramServerError, ClientDecodeError)
"""The connection breaks, Telegram answers 5xx, something between answers in its place. 429 says when it passes."""
