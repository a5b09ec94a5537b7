"""Our bot with 50 more features, each with a command in both kinds of chat and a button; else as `python -m bot`."""

import sys
from collections.abc import Iterator
from types import new_class
from typing import TYPE_CHECKING

from bot.kit.lean import import_aiogram

if TYPE_CHECKING:
    from bot.kit.routes import Routes

MORE = 50


def more_routes() -> "Iterator[Routes]":
    """What reaches them."""
    from aiogram.filters.callback_data import CallbackData

    from bot.kit.routes import Routes

    async def handled(_: object, __: object) -> None: ...

    for number in range(MORE):
        name = f"more{number}"
        tap = new_class(name, (CallbackData,), {"prefix": name})
        yield Routes(commands={name: handled}, group_commands={name: handled}, taps={tap: handled})


if __name__ == "__main__":
    import_aiogram()
    from bot import app
    from bot.__main__ import main
    from bot.kit.routes import merge

    ours = app.all_routes()
    app.all_routes = lambda: merge([ours, *more_routes()])
    sys.exit(main())
