"""Ballots a second through the whole path (update in by HTTP, commit, answer), beside the echo of aiogram's
documentation in the same run; and whether a ballot costs the same once 100,000 were cast.

The far end says yes as fast as it can, so that the bots are measured, and not the playground.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import aiohttp
from sqlalchemy import insert, select, update

from benchmarks import line, shipped, sunshine
from bot.agenda.model.item import Item, ItemId, Scope, freeze
from bot.agenda.model.steps import Step
from bot.floor.model.session import Session
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId, Reader
from bot.residents.model import CONSENT_VERSION
from bot.serve import Running
from bot.sittings.model.sitting import Sitting, SittingId
from bot.sunshine import GROUP
from bot.unit_of_work import UnitOfWork
from bot.votes.model.roll import Origin
from bot.votes.model.rule import Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import more_than
from bot.votes.model.vote import Motion, Secrecy, Vote
from bot.votes.service import opening
from nlu.embedded import load as interpreter
from storage.books import sqlite_engine
from storage.roll import accounts, residents
from storage.vote_tables import entries

TOKEN = "1000000:BALLOTS"  # noqa: S105 - opens nothing but the far end of this benchmark
SUNSHINE = CommunityId(1)
AT_ONCE = 1500
ROUNDS = 3
FEW, MANY = 100, 100_000
"""Ballots cast before."""
BALLOT_BYTES = 60
CHAIR = Reader(5000005, "林芳", community=SUNSHINE, known=True)
TAP = "vg:{vote}:a"
FIRST = 7_000_001
"""Telegram id of the first voter."""


async def measure() -> None:
    """Print ballots a second against echoes, and the cost of one after many against after few."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "yishi.db"
        open_books = await sunshine(path)
        _settle_in(path, MANY + ROUNDS * AT_ONCE)
        async with _process("_telegram.py", output=PIPE) as far_end:
            assert far_end.stdout is not None
            url = (await far_end.stdout.readline()).decode().strip()
            async with aiohttp.ClientSession(url) as session:
                echoes = await _echoes(session, url)
                telegram = shipped().telegram.model_copy(update={"api_url": url})
                config = shipped().model_copy(update={"telegram": telegram})
                async with Running(config, TOKEN, open_books, interpreter(), with_courier=False) as running:
                    vote = await running.town.do(_open_vote)
                    few = await _ballots(session, vote)
                    _stuff(path, MANY)
                    many = await _ballots(session, vote)
    best = max(few)
    line("ballots a second", f"{best:.0f}", best / max(echoes), f"{max(echoes):.0f} echoes; {AT_ONCE} at once")
    line("a ballot after 100,000", f"{1e6 / max(many):.0f} µs", max(many) / best, "1.00: it costs what it cost before")


async def _echoes(session: aiohttp.ClientSession, url: str) -> list[float]:
    async with _process("_echo.py", url):
        return [await _rate(session, [_message(number) for number in range(AT_ONCE)]) for _ in range(ROUNDS)]


async def _ballots(session: aiohttp.ClientSession, vote: Vote) -> list[float]:
    """Each round everybody votes anew; the first time only in the first."""
    return [await _rate(session, [_tap(vote, number) for number in range(AT_ONCE)]) for _ in range(ROUNDS)]


_updates = iter(range(1, 10**9))


async def _rate(session: aiohttp.ClientSession, updates: Sequence[dict[str, Any]]) -> float:
    async with session.post("/hand_out", json=updates, timeout=aiohttp.ClientTimeout(120)) as answer:
        return len(updates) / float(await answer.json())


def _message(number: int) -> dict[str, Any]:
    person = {"id": FIRST + number, "is_bot": False, "first_name": "居民", "language_code": "zh-hans"}
    chat = {"id": FIRST + number, "type": "private", "first_name": "居民"}
    said = {"message_id": number + 1, "date": 1764500000, "from": person, "chat": chat, "text": "同意"}
    return {"update_id": next(_updates), "message": said}


def _tap(vote: Vote, number: int) -> dict[str, Any]:
    """On the card in the group."""
    person = {"id": FIRST + number, "is_bot": False, "first_name": "居民", "language_code": "zh-hans"}
    card = {
        "message_id": 7,
        "date": 1764500000,
        "chat": {"id": GROUP, "type": "supergroup", "title": "阳光社区"},
        "text": "换路灯",
    }
    tap = {"id": str(number), "from": person, "message": card, "chat_instance": "1", "data": TAP.format(vote=vote.id)}
    return {"update_id": next(_updates), "callback_query": tap}


def _settle_in(path: Path, people: int) -> None:
    """So many more adults who have joined."""
    engine = sqlite_engine(path, "BEGIN IMMEDIATE")
    now = datetime.now(UTC)
    ids = range(FIRST, FIRST + people)
    with engine.begin() as connection:
        rows = [
            {"community_id": 1, "household_id": 1, "name": "居民", "age_band": "middle", "telegram_id": one}
            for one in ids
        ]
        connection.execute(insert(residents), rows)
        known = {
            "name": "居民",
            "language": "zh",
            "elder": False,
            "community_id": 1,
            "consent_version": CONSENT_VERSION,
            "changed_at": now,
        }
        connection.execute(insert(accounts), [known | {"telegram_id": one} for one in ids])
    engine.dispose()


def _open_vote(uow: UnitOfWork) -> Vote:
    """Of all residents, secret, opened at a sitting that runs."""
    called = Sitting(SittingId(0), SUNSHINE, "bench", uow.now, CHAIR.telegram_id, uow.now)
    sitting = uow.sittings.add(called)
    told = ("换路灯", "3号楼", "太暗", "换上")
    new = Item(ItemId(0), SUNSHINE, 0, "bench", CHAIR.telegram_id, *told, uow.now, Step.REVIEWING, uow.now)
    item, wording = freeze(
        uow.agenda.add(replace(new, scope=Scope.RESIDENTS)), "同意换路灯。", uow.now, CHAIR.telegram_id
    )
    uow.agenda.keep_wording(wording)
    uow.agenda.save(replace(item.scheduled(sitting.id, 1, 10), step=Step.RESOLVING))
    uow.floor.begin(Session(sitting.id, SUNSHINE, uow.now, CHAIR.telegram_id, "0815"))
    uow.floor.treat(Treated(sitting.id, item.id, 1, uow.now, CHAIR.telegram_id, voted=True))
    threshold = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2"))
    rule = Rule(Electorate.RESIDENTS, Kind.YES_NO, threshold)
    motion = Motion(item.id, rule, Secrecy.DETACHED, uow.now + timedelta(days=14))
    return opening.open_vote(uow, CHAIR, "bench", motion)


def _stuff(path: Path, most: int) -> None:
    """So many have voted before. Nobody opens these ballots."""
    engine = sqlite_engine(path, "BEGIN IMMEDIATE")
    last = select(entries.c.id).where(entries.c.origin.is_(None)).order_by(entries.c.id.desc()).limit(most)
    with engine.begin() as connection:
        cast = update(entries).where(entries.c.id.in_(last))
        connection.execute(cast.values(origin=Origin.CHAT, sealed=bytes(BALLOT_BYTES)))
    engine.dispose()


@asynccontextmanager
async def _process(script: str, *arguments: str, output: int = DEVNULL) -> AsyncIterator[asyncio.subprocess.Process]:
    command = (sys.executable, str(Path(__file__).with_name(script)), *arguments)
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=output)
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(measure())
