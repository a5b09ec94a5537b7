"""The moments at which a bot can be killed, and a bot that kills itself at one: `kill -9`, nothing is tidied up.

Between any two moments nothing is done that lasts, so that to die anywhere else is to die at one of these.
"""

import os
import signal
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from aiogram.client.session.base import BaseSession
from sqlalchemy import Engine, event
from telegram.ext import ExtBot

from storage.actions import Action
from tests.statements import noted

STATEMENT = "in a transaction, before its next statement"
COMMIT = "before a commit"
COMMITTED = "after a commit, before anybody is told of it"
ANSWER = "committed, before the answer is sent"
ANSWERED = "after the answer, before the update is acknowledged"
TAKEN = "updates are here, nothing is done with them"
POLL = "before updates are acknowledged"
CLAIMED = "claimed from the outbox, before it is sent"
SENT = "sent, before that is noted"
ANSWERS = ("send", "edit", "answer")
"""How aiogram's calls begin that tell somebody something; at the start there are others."""
ALL = (STATEMENT, COMMIT, COMMITTED, ANSWER, ANSWERED, TAKEN, POLL, CLAIMED, SENT)


class Fate:
    """Counts moments, and ends this process at the `nth` of one kind. What it died of is written to `note`."""

    def __init__(self, note: Path, at: str, nth: int) -> None:
        self._note = note
        self._at = at
        self._nth = nth
        self._seen: Counter[str] = Counter()

    def comes(self, moment: str) -> None:
        self._seen[moment] += 1
        if moment == self._at and self._seen[moment] == self._nth:
            with self._note.open("a", encoding="utf-8") as note:
                note.write(f"{moment}\n")
            os.kill(os.getpid(), signal.SIGKILL)


_NOTING = ExitStack()
"""Until the process ends."""


def watch(note: Path, at: str = "", nth: int = 0) -> None:
    """From now on in this process; without `at` it lives."""
    fate = Fate(note, at, nth)
    _NOTING.enter_context(noted(lambda *_: fate.comes(STATEMENT)))
    event.listen(Engine, "commit", lambda _: fate.comes(COMMIT))
    _before(Action, "settle", lambda: fate.comes(COMMITTED))
    _around_answers(fate)
    _around_deliveries(fate)


def _before(owner: type, name: str, then: Callable[[], None]) -> None:
    real = getattr(owner, name)

    def watched(self: object) -> object:
        then()
        return real(self)

    setattr(owner, name, watched)


def _around_answers(fate: Fate) -> None:
    """aiogram's calls: answers, and the fetching of updates."""
    real = BaseSession.__call__

    async def watched(self: BaseSession, bot: Any, method: Any, *patience: Any, **named: Any) -> Any:
        name = method.__api_method__
        if name == "getUpdates":
            fate.comes(POLL)
            answer = await real(self, bot, method, *patience, **named)
            if answer:
                fate.comes(TAKEN)
        elif name.startswith(ANSWERS):
            fate.comes(ANSWER)
            answer = await real(self, bot, method, *patience, **named)
            fate.comes(ANSWERED)
        else:
            answer = await real(self, bot, method, *patience, **named)
        return answer

    setattr(BaseSession, "__call__", watched)  # noqa: B010 - mypy knows that methods are not assigned


def _around_deliveries(fate: Fate) -> None:
    """The courier's calls."""
    real: Callable[..., Coroutine[Any, Any, Any]] = ExtBot.do_api_request

    async def watched(self: ExtBot[Any], *given: Any, **named: Any) -> Any:
        fate.comes(CLAIMED)
        answer = await real(self, *given, **named)
        fate.comes(SENT)
        return answer

    setattr(ExtBot, "do_api_request", watched)  # noqa: B010 - as above
