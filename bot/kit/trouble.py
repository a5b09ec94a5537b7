"""What a call to Telegram may meet: what passes by itself, and what somebody has to put right."""

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.utils.token import TokenValidationError

PASSING = (TelegramNetworkError, TelegramServerError, ClientDecodeError)
"""The connection breaks, Telegram answers 5xx, something between answers in its place. 429 says when it passes."""
OUT_OF_REACH = TelegramNetworkError
"""At the start it is perhaps the address."""
WRONG_TOKEN = (TokenValidationError, TelegramUnauthorizedError, TelegramNotFound)
"""It is no token, or nobody's."""
