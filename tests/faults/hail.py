"""Updates by the thousand, handled as the bot handles what it polls; what goes wrong is kept to come again."""

import asyncio
import json
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.app import make_dispatcher
from bot.config import Limits
from bot.kit import reading
from bot.kit.polling import handle
from bot.kit.reading import loads, readable
from bot.talk.ears import OpenEars
from bot.town import OpenTown
from nlu.meaning import Interpreter
from tests.faults.far_end import SaysYes
from tests.faults.grammar import Grammar

BATCH = 100
UNLIMITED = Limits.model_construct(burst=10**9, per_second=1e9, chat_burst=10**9, chat_per_second=1e9)
"""Else all but a few would be held back at the door."""
PATIENCE = 120
"""Seconds until a batch that hangs is given up."""


class Wrong(logging.Handler):
    """Whatever is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        if record.name != reading.__name__:  # those are counted
            self.told.append(f"{record.name}: {record.getMessage()}\n{trace}")


@dataclass
class Hail:
    town: OpenTown
    interpreter: Interpreter
    zone: ZoneInfo
    folder: Path
    """Where updates go that something went wrong with."""
    administrators: Collection[int] = ()
    unread: int = 0
    _wrong: Wrong = field(default_factory=Wrong)

    async def falls(self, grammar: Grammar, updates: int, first_id: int = 1) -> None:
        """Raises `AssertionError` where something was logged as an error, or raised; says in which file to look."""
        written = [grammar.update(first_id + number) for number in range(updates)]
        await self.comes([json.dumps(one, ensure_ascii=False) for one in written])

    async def comes(self, written: Sequence[str]) -> None:
        logging.getLogger().addHandler(self._wrong)
        try:
            async with Bot("1000000:NOBODY", session=SaysYes(self.administrators)) as bot:
                with OpenEars(lambda: self.interpreter, 0) as ears:
                    dispatcher = make_dispatcher(self.town, ears, self.zone, UNLIMITED)
                    for start in range(0, len(written), BATCH):
                        batch = written[start : start + BATCH]
                        read = [readable(loads(one), bot) for one in batch]
                        self.unread += read.count(None)
                        async with asyncio.timeout(PATIENCE):
                            done = await handle(bot, dispatcher, [one for one in read if one is not None])
                        self._check(batch, done=done)
        finally:
            logging.getLogger().removeHandler(self._wrong)

    def _check(self, batch: Sequence[str], *, done: bool) -> None:
        if done and not self._wrong.told:
            return
        file = self.folder / f"hail-{json.loads(batch[0])['update_id']}.jsonl"
        file.write_text("\n".join(batch), encoding="utf-8")
        raise AssertionError(
            f"{len(self._wrong.told)} errors; YISHI_HAIL={file} lets them come again\n{self._wrong.told[0]}"
        )
