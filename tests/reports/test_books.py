"""What the reports are made from, over whatever happens to concerns, crashes and jumps of the clock."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select

from bot.concerns.forms import Draft
from bot.concerns.model.life import Deed
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.config import Config
from bot.reactions import REACTIONS
from bot.reports.model.lists import TEN
from bot.reports.service import publishing
from storage.concern_tables import concerns
from storage.database import Database
from storage.outbox import outbox
from storage.reports import report_dates, top_ten
from storage.unit_of_work import SqlUnitOfWork
from tests.concerns.test_promises import LIN, SUNSHINE, WANG, Diary, days
from tests.storage.works import NOW, never_committed

pytestmark = pytest.mark.both


@given(st.lists(days, min_size=1, max_size=3))
@settings(max_examples=20)
def test_what_is_open_on_the_board_is_what_was_raised_less_what_was_closed(
    uncommitted: Database, config: Config, several: list[list[tuple[timedelta, Deed | None]]]
) -> None:
    with never_committed(uncommitted) as connection:
        diary = Diary(connection, config)
        for number, lived in enumerate(several):
            diary.now = max(diary.now, NOW)
            draft = Draft(f"2-{number}").tells(Told("路灯不亮"))
            diary.id = telling.raise_in_group(_books(connection, config, diary.now), WANG, draft).id
            for wait, deed in lived:
                diary.now += wait
                diary.knock()
                if deed is not None:
                    diary.tries(deed)
                board = _books(connection, config, diary.now).reports.overdue(SUNSHINE, diary.now, 5)
                rows = connection.execute(select(concerns.c.closed_at)).all()
                assert board.open == len(rows) - len([row for row in rows if row.closed_at is not None])
                assert len(board.oldest) == min(board.late, 5) <= board.open
                assert all(late.since <= diary.now for late in board.oldest)


jumps = st.timedeltas(timedelta(days=-40), timedelta(days=40))
ticks = st.lists(st.tuples(jumps, st.booleans()), min_size=2, max_size=12)
"""How far the clock jumps before somebody knocks, and whether the bot is killed before that is committed."""


@given(ticks)
@settings(max_examples=30)
def test_each_week_and_each_month_is_told_of_once_over_crashes_and_jumps(
    uncommitted: Database, config: Config, lived: list[tuple[timedelta, bool]]
) -> None:
    with never_committed(uncommitted) as connection:
        telling.raise_in_group(_books(connection, config, NOW), WANG, Draft("1-1").tells(Told("路灯不亮")))
        now, seen = NOW, 0
        for jump, killed in lived:
            now += jump
            savepoint = connection.begin_nested()
            _knock(connection, config, now)
            savepoint.rollback() if killed else savepoint.commit()
            posts = _posts(connection)
            assert len(posts) == len(set(posts)) >= seen
            seen = len(posts)
        _knock(connection, config, now)
        before = _posts(connection)
        _knock(connection, config, now)
        assert _posts(connection) == before  # there is nothing left to do
        waiting = select(func.count()).select_from(report_dates).where(report_dates.c.due_at <= now)
        assert connection.execute(waiting).scalar_one() == 0
        months = connection.execute(select(top_ten.c.month, top_ten.c.rank)).all()
        assert len(months) == len(set(months))


def test_after_three_weeks_of_standstill_the_newest_week_alone_is_told_of(
    uncommitted: Database, config: Config
) -> None:
    with never_committed(uncommitted) as connection:
        _knock(connection, config, NOW)
        _knock(connection, config, NOW + timedelta(days=22))
        assert len([cause for cause in _posts(connection) if cause.startswith("digest-")]) == 1


def test_there_are_ten_at_most_and_of_equals_the_older_come_first(uncommitted: Database, config: Config) -> None:
    with never_committed(uncommitted) as connection:
        for number in range(1, 13):
            uow = _books(connection, config, NOW)
            told = telling.raise_in_group(uow, WANG, Draft(f"1-{number}").tells(Told("路灯不亮")))
            uow.supporters.add(told.id, told.author, NOW)  # of the author's own household: no second one
            if number == 12:
                uow.supporters.add(told.id, uow.residents.on_roll(LIN), NOW)
        chosen = _books(connection, config, NOW).reports.foremost(SUNSHINE, TEN)
        numbers = [_books(connection, config, NOW).concerns.with_id(one.concern).number for one in chosen]
    assert numbers == [12, *range(1, 10)]
    assert [one.households for one in chosen] == [2, *[1] * 9]
    assert [one.rank for one in chosen] == list(range(1, 11))


def _knock(connection: Connection, config: Config, now: datetime) -> None:
    """What the town does: the use case and what follows from it, in one transaction."""
    more = True
    while more:
        uow = _books(connection, config, now)
        more = publishing.publish(uow)
        for event in uow.events:
            for reaction in REACTIONS.get(type(event), ()):
                reaction(uow, event)


def _books(connection: Connection, config: Config, now: datetime) -> SqlUnitOfWork:
    return SqlUnitOfWork(connection, now, config.community, "https://t.me/yishi_bot")


def _posts(connection: Connection) -> list[str]:
    told = outbox.c.cause.startswith("digest-") | outbox.c.cause.startswith("top-ten-")
    return list(connection.execute(select(outbox.c.cause).where(told).order_by(outbox.c.id)).scalars())
