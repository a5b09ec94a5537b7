"""A line of the history keeps what was said with it, whatever becomes of the concern."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.concerns import own_views
from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern, ConcernId, Line, Partner
from bot.concerns.model.life import NEED_DAY, NEED_WORDS, Deed
from bot.concerns.model.told import Told
from bot.concerns.service import staff, telling
from bot.config import Config
from bot.kit.people import CommunityId, Reader
from bot.kit.words import words_for
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import NOW, never_committed

WANG = Reader(5000001, "王秀英", community=CommunityId(1), known=True)
LIN = Reader(5000005, "林芳", community=CommunityId(1), known=True)
DAY = date(2026, 12, 9)


@pytest.fixture
def books(uncommitted: Database, config: Config) -> Iterator[SqlUnitOfWork]:
    with never_committed(uncommitted) as connection:
        yield SqlUnitOfWork(connection, NOW, config.community, "https://t.me/yishi_bot")


def raised(books: SqlUnitOfWork) -> ConcernId:
    return telling.raise_in_group(books, WANG, Draft("1-1").tells(Told("路灯不亮"))).id


def said(books: SqlUnitOfWork, concern: ConcernId, deed: Deed, day: date | None = DAY) -> tuple[Concern, Line]:
    to = Partner.GOVERNMENT if deed is Deed.FORWARD else None
    after = staff.say(books, LIN, concern, deed, "配件在路上", day=day if deed in NEED_DAY else None, to=to)
    return after, books.concerns.lines(concern)[-1]


def read(books: SqlUnitOfWork, concern: Concern, line: Line) -> str:
    return own_views.said(words_for(WANG, books.settings.zone), concern, line, "林芳").text


@pytest.mark.parametrize("deed", sorted(NEED_WORDS))
def test_a_line_keeps_its_day_and_its_partner_where_the_deed_has_them(books: SqlUnitOfWork, deed: Deed) -> None:
    after, line = said(books, raised(books), deed)
    end = after.deadline.at if after.deadline else None
    assert line.until == (end if deed in NEED_DAY else None)
    assert line.to == (Partner.GOVERNMENT if deed is Deed.FORWARD else None)
    assert books.concerns.line(line.id) == line


@pytest.mark.parametrize("deed", sorted(NEED_DAY))
def test_a_line_reads_the_same_after_another_day_was_said(books: SqlUnitOfWork, deed: Deed) -> None:
    concern = raised(books)
    after, line = said(books, concern, deed)
    before = read(books, after, line)
    assert "12月9日" in before
    later, newer = said(books, concern, Deed.PLAN, DAY + timedelta(days=5))
    assert read(books, later, line) == before
    assert "12月14日" in read(books, later, newer)


@pytest.mark.parametrize("deed", sorted(NEED_DAY))
def test_a_line_from_before_days_were_kept_names_none(books: SqlUnitOfWork, deed: Deed) -> None:
    after, line = said(books, raised(books), deed)
    assert read(books, after, replace(line, until=None, to=None)) == f"林芳答复 #{after.number}：配件在路上"
