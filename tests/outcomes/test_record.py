"""Anybody counts the published file once more; the books refuse a resolution without a vote that was carried."""

import asyncio
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from bot.outcomes.model.file import digest_of, text_of
from bot.outcomes.model.statement import Statement, becomes_final
from bot.outcomes.model.tally import Tally, counted, tallied
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record
from bot.votes.model.recount import recount
from bot.votes.model.rule import YES
from storage.database import Database
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.outcomes.ended import cast, casts, ended, opened, until
from tests.outcomes.strategies import records, statements
from tests.votes.hall import SUNDAY

TALLY: TypeAdapter[Tally] = TypeAdapter(Tally)


async def test_the_published_file_is_counted_once_more_by_anybody(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look, tmp_path: Path
) -> None:
    vote = await opened(town, clock)
    await cast(town, vote, [(YES,)] * 5)
    await casts(town, liaison, vote, YES)
    await until(clock, SUNDAY)
    await liaison.starts("record-1")
    assert "这是投票1的记录，每张票都在里面，没有名字。" in await liaison.reads()
    file = tmp_path / "vote-1.json"
    file.write_bytes(await content(town))
    [(digest,)] = look("SELECT digest FROM statements")
    assert digest_of(file.read_text()) == digest
    told = await recounted(file)
    assert (told["outcome"], told["counts"]["cast"]) == ("carried", 6)
    voters = [ballot["voter"] for ballot in json.loads(file.read_text())["ballots"]]
    assert voters == sorted(voters)


async def test_the_notice_is_printed_for_the_board(town: Neighbourhood, clock: Clock, liaison: Someone) -> None:
    await ended(town, clock)
    await liaison.starts("outcome-1")
    await liaison.taps("打印（A4）")
    assert "贴在公告栏" in await liaison.reads()
    sent = [call["result"]["document"] for call in await town.log("sendDocument") if call.get("result")]
    assert sent[-1]["file_name"] == "vote-1.pdf"
    assert (await content(town)).startswith(b"%PDF")


async def content(town: Neighbourhood) -> bytes:
    """What the newest document holds."""
    sent = [call["result"]["document"] for call in await town.log("sendDocument") if call.get("result")]
    file = await town.running.bot.get_file(sent[-1]["file_id"])
    held = await town.running.bot.download_file(file.file_path or "")
    assert held is not None
    return held.read()


async def recounted(file: Path) -> dict[str, Any]:
    """By the command line, which reads nothing but the file."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "recount", str(file), stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(told)
    return found


async def test_the_books_hold_no_resolution_without_a_vote_that_was_carried(
    town: Neighbourhood, clock: Clock, database: Database
) -> None:
    await ended(town, clock, [(YES,)] * 5)
    engine = database.engine()
    with engine.connect() as books:
        for vote, outcome, ballots, agreed in (
            (None, "carried", 5, 5),
            (1, "carried", 5, 5),
            (1, "no_quorum", 5, 5),
            (99, "carried", 5, 5),
        ):
            with pytest.raises(IntegrityError):
                resolves(books, vote, outcome, ballots, agreed)
        books.execute(text("UPDATE statements SET outcome = 'carried'"))
        for ballots, agreed in ((0, 0), (5, 0), (5, 6), (61, 5)):
            with pytest.raises(IntegrityError):
                resolves(books, 1, "carried", ballots, agreed)
        resolves(books, 1, "carried", 5, 5)
        with pytest.raises(IntegrityError):
            resolves(books, 1, "carried", 5, 5)
    engine.dispose()


def resolves(books: Connection, vote: int | None, outcome: str, ballots: int, agreed: int) -> None:
    """Refused or not, the transaction goes on."""
    row = text(
        "INSERT INTO resolutions"
        " (community_id, number, vote_id, outcome, electorate, entitled, ballots, agreed, winner, at)"
        " VALUES (1, (SELECT count(*) + 1 FROM resolutions), :vote, :outcome, 'households', 60, :ballots, :agreed,"
        " 'yes', '2026-12-06 13:00:00')"
    )
    with books.begin_nested():
        books.execute(row, {"vote": vote, "outcome": outcome, "ballots": ballots, "agreed": agreed})


@given(records(st.just("路灯")))
def test_the_figures_that_are_kept_say_what_the_record_says(record: Record | OwnersRecord) -> None:
    told = recount(text_of(record).encode())
    found = counted(TALLY.validate_json(TALLY.dump_json(tallied(record))))
    assert (found.outcome, found.passed) == (told["outcome"], told["passed"])


@given(records(st.just("路灯")))
def test_the_file_is_the_same_in_whatever_order_ballots_lie_in_the_books(record: Record | OwnersRecord) -> None:
    if isinstance(record, OwnersRecord):
        other: Record | OwnersRecord = replace(record, ballots=record.ballots[::-1], units=record.units[::-1])
    else:
        other = replace(record, ballots=dict([*record.ballots.items()][::-1]))
    assert text_of(other) == text_of(record)


@given(statements(st.just("换路灯")))
def test_a_resolution_comes_of_what_is_carried_and_binds_and_its_figures_belong_together(statement: Statement) -> None:
    made = becomes_final(statement, statement.stated_at).resolution
    assert (made is not None) == (statement.counted.passed and not statement.vote.advisory)
    if made is not None:
        assert 0 < made.agreed <= made.ballots <= made.entitled
