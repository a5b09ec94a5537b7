"""The echo of python-telegram-bot's documentation, at the address that the first argument names."""

import logging
import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Echo the user message."""
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def main(url: str, token: str) -> None:
    made: Application[Any, Any, Any, Any, Any, Any] = Application.builder().token(token).base_url(f"{url}/bot").build()
    made.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    made.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    main(*sys.argv[1:])
