"""An evening on which much goes wrong: what, and at which moments the bot is killed, is drawn from a seed."""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp

from bot.playground import Playground
from bot.votes.model.vote import Vote
from storage.database import SqliteFile
from tests import neighbours
from tests.bot_process import write_config
from tests.databases import sql
from tests.faults import invariants, moments
from tests.faults.bots import Bots, Fate
from tests.faults.estate import BEGIN, NEIGHBOURS, NEXT_SITTING
from tests.faults.load import THANKS, Evening, Phones, watch
from tests.votes.hall import SUNDAY

TOKEN = "1000000:PLAYGROUND"
KILLS = 20
"""In one evening."""
PARTS = 6
"""Of what people do, where nobody is killed."""
TELLS = ("sendMessage", "answerCallbackQuery", "editMessageText")
FAULTS: Sequence[Mapping[str, object]] = [
    {"kind": "repeat", "count": 4},
    {"kind": "reorder"},
    *({"kind": "flood", "method": method, "retry_after": 3} for method in TELLS),
    *(
        {"kind": "error", "method": method, "status": status}
        for method in (*TELLS, "getUpdates")
        for status in (500, 502)
    ),
    *({"kind": kind, "method": method} for method in (*TELLS, "getUpdates") for kind in ("drop", "drop_after")),
    *({"kind": "delay", "method": method, "seconds": 0.2} for method in TELLS),
]
"""What Telegram does to a bot."""
RARE = {moments.STATEMENT: 120, moments.COMMIT: 40, moments.COMMITTED: 40, moments.POLL: 8}
"""So many moments of a kind may pass before the one; of the others few come, for each one that somebody waits for."""
MOST_LOOKS = 20_000
OUTSIDE = "from outside, when nothing was left to do"


@dataclass
class Night:
    """The playground, the books and the bots of one evening."""

    playground: Playground
    control: neighbours.Playground
    database: SqliteFile
    bots: Bots
    evening: Evening
    in_flight: list[str] = field(default_factory=list)
    outside: int = 0

    async def lives(self, fate: Fate) -> None:
        """One bot, from its start to its death."""
        if await self.bots.starts(fate):
            ending = self.bots.living()
            await self._until_idle(ending)
            if not ending.done():
                self.outside += 1
                self.bots.kill()
            await ending
        with sql(self.database) as run:
            self.in_flight += [cause for (cause,) in run("SELECT cause FROM outbox WHERE claimed AND done_at IS NULL")]

    async def goes_wrong(self, plan: "Plan", chance: random.Random) -> None:
        """All that people do, part by part, and what befalls the bot meanwhile."""
        if not plan.fates and not plan.offline:
            await self.bots.starts()
        for part in range(plan.parts):
            for _ in range(plan.faults):
                await self.control.post("faults", **chance.choice(FAULTS))
            await self.evening.goes_on(part, plan.parts)
            if plan.fates:
                await self.lives(plan.fates[part])
            if plan.jumps:
                await self.control.post("clock", advance=plan.jumps[part % len(plan.jumps)].total_seconds())
            if not plan.fates and not plan.offline:
                await self._until_idle(self.bots.living())
        if plan.offline:
            await self.control.post("clock", advance=plan.offline.total_seconds())

    async def comes_to_an_end(self) -> None:
        """Nothing happens to the last bot: all is answered, the vote closes, everybody hears of it."""
        if not self.bots.alive:
            await self.bots.starts()
        ending = self.bots.living()
        await self._until_idle(ending)
        await self.evening.ends()
        await self.control.post("clock", set=SUNDAY.isoformat(), running=False)
        await self._until_idle(ending)
        while (due := self._owed_from()) is not None:
            await self.control.post("clock", set=due.isoformat(), running=False)
            await self._until_idle(ending)
        self.bots.kill()
        await ending

    def check(self, *, deaf: bool) -> None:
        """All that must hold."""
        evening, log = self.evening, self.playground.world.log.after(0)
        assert " ERROR " not in self.bots.log
        with sql(self.database) as run:
            invariants.books_balance(run)
            invariants.thanked_once(run, evening.thanked, THANKS)
            invariants.ballots_counted_once(run, evening.voted, evening.phones.alerts, deaf=deaf)
            invariants.signed_up_once(run, NEXT_SITTING, evening.signed_up)
            invariants.concerns_kept_once(run, evening.tellers)
            invariants.all_hold_for_outbox(run, log, self.in_flight)

    async def _until_idle(self, ending: "asyncio.Task[int]") -> None:
        """Time passes until nothing is left to be done now, or the bot is dead."""
        for _ in range(MOST_LOOKS):
            if ending.done() or self._idle():
                return
            moving = asyncio.create_task(self.control.post("clock", advance=1))
            await asyncio.wait({moving, ending}, return_when=asyncio.FIRST_COMPLETED)
            if moving.done():
                await moving
            else:
                moving.cancel()  # the playground would wait for half a minute for the dead to come back
        raise AssertionError("it never comes to an end")

    def _idle(self) -> bool:
        if self.playground.world.bots[TOKEN].updates.waiting or not self.evening.told:
            return False
        now = f"{datetime.fromtimestamp(self.playground.world.clock.now()):%Y-%m-%d %H:%M:%S}"  # noqa: DTZ006
        with sql(self.database) as run:
            return run("SELECT 1 FROM outbox WHERE done_at IS NULL AND due_at <= ? LIMIT 1", now) == []

    def _owed_from(self) -> datetime | None:
        with sql(self.database) as run:
            ((first,),) = run("SELECT min(due_at) FROM outbox WHERE done_at IS NULL")
        return datetime.fromisoformat(f"{first}+00:00") + timedelta(seconds=1) if first else None


@dataclass(frozen=True)
class Plan:
    """What goes wrong."""

    seed: int
    fates: Sequence[Fate] = ()
    """One after the other; then a bot that lives."""
    faults: int = 0
    """Of Telegram, with each part of what people do."""
    jumps: Sequence[timedelta] = ()
    """Of the clock, one with each part."""
    offline: timedelta = timedelta(0)
    """So long no bot runs, while people do what they do."""
    couriers: int = 0
    """Beside the bot's own."""

    @property
    def parts(self) -> int:
        return len(self.fates) or PARTS


async def play(plan: Plan, books: Path, vote: Vote) -> Counter[str]:
    """One evening in the folder `books`; at what the bot was killed. Raises `AssertionError`."""
    chance = random.Random(plan.seed)  # noqa: S311 - the same each time
    people = chance.sample(NEIGHBOURS, len(NEIGHBOURS))
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http, AsyncExitStack() as stack:
        control = neighbours.Playground(http, playground.url)
        await control.post("limits", on=False)
        await control.post("clock", set=BEGIN.isoformat(), running=False)
        phones = Phones()
        watching = await watch(phones, http, playground.url)
        config = write_config(
            books,
            telegram={"api_url": playground.url, "poll_seconds": 5},
            clock={"source": "playground"},
            storage={"path": str(books / "yishi.db"), "secrets": str(books / "secrets")},
        )
        command = ("--config", str(config))
        bots = await stack.enter_async_context(Bots(books, *command, "run", BOT_TOKEN=TOKEN))
        night = Night(playground, control, SqliteFile(books / "yishi.db"), bots, Evening(control, phones, people))
        await night.evening.opens(vote)
        for _ in range(plan.couriers):
            courier = await stack.enter_async_context(Bots(books, *command, "courier", BOT_TOKEN=TOKEN))
            await courier.begins()
        await night.goes_wrong(plan, chance)
        await control.post("people/5000008/start")  # lets go of what was held back to come in the wrong order
        await night.comes_to_an_end()
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    night.check(deaf=bool(plan.faults or plan.jumps or plan.offline))
    return bots.died_of() + Counter({OUTSIDE: night.outside})


def fates(seed: int) -> Sequence[Fate]:
    """Those of one evening."""
    chance = random.Random(-seed)  # noqa: S311 - the same each time
    return [draw(chance, kind) for kind in chance.sample(moments.ALL * KILLS, KILLS)]


def draw(chance: random.Random, kind: str) -> Fate:
    return Fate(kind, chance.randint(1, RARE.get(kind, 6)))
