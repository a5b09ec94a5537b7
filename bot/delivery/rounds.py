"""The courier's rounds: take what may go now, send it side by side, note how each delivery ended.

A row is claimed before it is sent and settled after it, each in a transaction of its own: killed at any
point, a courier loses nothing, and its successor repeats at most what was in flight.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.config import Delivery
from bot.delivery import attached, botapi, service
from bot.delivery.limiter import Limiter
from bot.delivery.model import Owed
from bot.delivery.outcomes import Later, Never, Outcome, Sent
from bot.kit.clock import Clock
from bot.kit.picture import CannotDraw
from bot.kit.town import Town
from bot.kit.watch import DELIVERIES, FLOODS

_log = logging.getLogger(__name__)

AT_ONCE = 10
"""So many calls are on their way at most: whoever sends a second's share at once waits for its last, each second."""
MARGIN = timedelta(milliseconds=5)
"""Added when waiting for a turn, so that a timer that fires a little early does not come in vain."""


class Rounds:
    """Made by one task (`run`); at most one call for each chat is in flight."""

    def __init__(self, town: Town, telegram: ExtBot[None], limiter: Limiter, clock: Clock, rules: Delivery) -> None:
        self._town = town
        self._telegram = telegram
        self._limiter = limiter
        self._clock = clock
        self._rules = rules
        self._knocked = asyncio.Event()
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self._callers: list[asyncio.Future[None]] = []
        self._turn: asyncio.TimerHandle | None = None
        self._closing = False

    def wake(self) -> None:
        """Ask for a round; from the event loop only."""
        self._knocked.set()

    async def finish(self) -> None:
        """Return when nothing more may go now and nothing is in flight; or when closed."""
        if self._closing:
            return
        finished = asyncio.get_running_loop().create_future()
        self._callers.append(finished)
        self.wake()
        await finished

    def close(self) -> None:
        """Take nothing more; `run` ends when what is in flight is settled."""
        self._closing = True
        self.wake()

    async def run(self) -> None:
        """Make rounds until closed."""
        while not self._closing or self._in_flight:
            await self._knocked.wait()
            self._knocked.clear()
            callers, self._callers = self._callers, []
            if await self._started() or self._in_flight:
                self._callers += callers
            else:
                _answer(callers)
        if self._turn:
            self._turn.cancel()
        _answer(self._callers)

    async def _started(self) -> int:
        """Claim and send what may go now; how many. Each wakes us when it is done."""
        try:
            claimed = await self._claim()
        except Exception:
            _log.exception("cannot take from the outbox; at the next tick again")
            return 0
        for owed in claimed:
            self._in_flight[owed.chat_id] = asyncio.create_task(self._hand_over(owed))
        return len(claimed)

    async def _claim(self) -> Sequence[Owed]:
        now = self._clock.now()
        limit = min(self._limiter.spare(now), AT_ONCE) - len(self._in_flight)
        if self._closing or limit < 1:
            return ()
        resting = self._limiter.resting(now) | self._in_flight.keys()
        return await self._town.do(service.claim, None, limit, resting)

    async def _hand_over(self, owed: Owed) -> None:
        outcome = await self._send(owed)
        _count(outcome)
        if isinstance(outcome, Never):
            level = logging.INFO if outcome.expected else logging.ERROR
            _log.log(level, "gave up %d (%s): %s", owed.id, owed.method, outcome.reason)
        await self._settle(owed, outcome)
        del self._in_flight[owed.chat_id]
        self._come_back()
        self.wake()

    async def _send(self, owed: Owed) -> Outcome:
        try:
            method, params = botapi.call(owed)
            if attached.needs_making(params):
                params = await asyncio.to_thread(attached.made, params)
            # in lower case, as Telegram allows: the library insists on its typed methods, which know fewer parameters
            answer = await self._telegram.do_api_request(method.lower(), dict(params))
        except CannotDraw:
            return Never("cannot draw")
        except TelegramError as error:
            return botapi.outcome(error, owed, self._rules)
        except Exception as error:
            _log.error("could not hand over %d (%s): %s", owed.id, owed.method, type(error).__name__)
            return Later(timedelta(seconds=self._rules.retry_longest), type(error).__name__)
        return Sent(botapi.message_id(answer))

    async def _settle(self, owed: Owed, outcome: Outcome) -> None:
        """Note the outcome. While that fails (the disk is full, say) its chat waits, so that nothing is sent twice."""
        while True:
            try:
                return await self._town.do(service.settle, None, owed, outcome)
            except Exception:
                _log.exception("cannot note how %d ended", owed.id)
            if self._closing:
                return None
            await asyncio.sleep(self._rules.tick_seconds)

    def _come_back(self) -> None:
        """Wake up when the next chat's turn comes, if that is before the next tick."""
        now = self._clock.now()
        turn = self._limiter.next_turn(now)
        if turn is None or (self._turn and self._turn.when() > asyncio.get_running_loop().time()):
            return
        wait = (turn - now + MARGIN).total_seconds()
        if wait < self._rules.tick_seconds + MARGIN.total_seconds():
            self._turn = asyncio.get_running_loop().call_later(wait, self.wake)


def _count(outcome: Outcome) -> None:
    DELIVERIES.labels(type(outcome).__name__.lower()).inc()
    if isinstance(outcome, Later) and outcome.reason == botapi.FLOOD:
        FLOODS.labels("courier").inc()


def _answer(callers: list[asyncio.Future[None]]) -> None:
    for caller in callers:
        if not caller.done():
            caller.set_result(None)
