"""Telegram on your own machine: a strict Bot API 10.3 server with a neighbourhood in it.

It knows nothing of the bot it is played with. `docs/playground.md` has the whole contract.
"""

from bot.playground.server import Playground

__all__ = ["Playground"]
