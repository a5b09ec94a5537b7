"""The reports of a seeded year say what plain Python counts from the raw tables (rows R084, R088 to R092, R101)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from sqlalchemy import Connection, select

from bot.config import Config
from bot.coverage.model import Dimension
from bot.kit.people import CommunityId, Reader
from bot.review.model.days import Days, month_of, quarter_of, week_of
from bot.review.model.measure import Figure, Measure
from bot.review.service import keeping, looking
from storage.database import Database
from storage.tables import metadata
from storage.unit_of_work import SqlUnitOfWork
from tests.databases import LINK
from tests.review.recount import SHANGHAI, Recount, Row, Tables
from tests.review.year import live
from tests.storage.works import never_committed

pytestmark = pytest.mark.both
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
LIN = Reader(5000005, "林芳", community=CommunityId(1), known=True)
MONTHS = [date(2026, month, 1) for month in range(1, 11)]


@pytest.fixture(scope="module")
def year(uncommitted: Database) -> Iterator[Connection]:
    with never_committed(uncommitted) as connection:
        live(connection)
        yield connection


@pytest.fixture(scope="module")
def tables(year: Connection) -> Tables:
    @cache
    def rows(name: str) -> list[Row]:
        return [dict(row) for row in year.execute(select(metadata.tables[name])).mappings()]

    return rows


def books(connection: Connection, config: Config, now: datetime = NOW) -> SqlUnitOfWork:
    return SqlUnitOfWork(connection, now, config.community, LINK)


def recount(tables: Tables, days: Days) -> Recount:
    span = days.span(SHANGHAI)
    return Recount(tables, span.since, span.until)


def counted(figures: dict[Measure, Figure]) -> dict[str, tuple[int, int | None]]:
    return {one.measure.value: (one.part, one.whole) for one in figures.values() if not one.hidden}


@pytest.mark.parametrize("month", MONTHS)
def test_each_month_says_what_a_recount_says(year: Connection, config: Config, tables: Tables, month: date) -> None:
    review = looking.look(books(year, config), LIN, month_of(month))
    expected = recount(tables, review.days).all()
    found = counted(dict(review.figures))
    hidden = {one.measure.value for one in review.figures.values() if one.hidden}
    assert found == {name: value for name, value in expected.items() if name not in hidden}
    assert all(0 < (expected[name][1] or 0) < config.community.coverage.least for name in hidden)
    before = recount(tables, review.days.before()).all()
    assert counted(dict(review.before)).items() <= before.items()


@pytest.mark.parametrize(
    "days",
    [quarter_of(date(2026, 5, 5)), week_of(date(2026, 7, 7)), Days(date(2026, 3, 3), date(2026, 9, 17)),
     Days(date(2026, 6, 30), date(2026, 6, 30))],
    ids=str,
)  # fmt: skip
def test_so_do_a_quarter_a_week_and_any_days(year: Connection, config: Config, tables: Tables, days: Days) -> None:
    review = looking.look(books(year, config), LIN, days)
    expected = recount(tables, days).all()
    found = counted(dict(review.figures))
    for whole_months_or_hidden in {"satisfaction-1", *expected} - found.keys():
        expected.pop(whole_months_or_hidden, None)
    found.pop("satisfaction-1", None)
    expected.pop("satisfaction-1", None)
    assert found == expected
    assert len(found) >= 11
    assert review.took is None  # parts are of whole months alone
    assert review.peaks == ()


@pytest.mark.parametrize("month", MONTHS)
def test_parts_are_those_of_the_recount_or_hidden(
    year: Connection, config: Config, tables: Tables, month: date
) -> None:
    review = looking.look(books(year, config), LIN, month_of(month))
    again = recount(tables, review.days)
    assert review.took is not None
    expected = {
        Dimension.AGE: again.by_age(),
        Dimension.TENURE: again.by("tenure"),
        Dimension.BUILDING: again.by("building"),
    }
    for dimension, cells in review.took.parts.items():
        assert {cell.part for cell in cells} == expected[dimension].keys()
        for cell in cells:
            joined, on_roll = expected[dimension][cell.part]
            assert cell.on_roll == on_roll
            assert cell.joined == (0 if cell.hidden else joined)
            assert cell.hidden or joined >= config.community.coverage.least


@pytest.mark.parametrize("month", MONTHS)
def test_the_busiest_time_is_the_recounts(year: Connection, config: Config, tables: Tables, month: date) -> None:
    review = looking.look(books(year, config), LIN, month_of(month))
    hours = recount(tables, review.days).hours()
    shown = [node for node in review.peaks if not node.hidden]
    assert all(node.count == hours[node.part] for node in shown)
    assert shown[0].part == max(hours, key=lambda band: hours[band]) == "night"


def test_a_month_that_runs_and_one_day_of_it_say_nothing_of_parts(year: Connection, config: Config) -> None:
    running = looking.look(books(year, config), LIN, month_of(date(2026, 11, 1)))
    assert not running.parted
    assert running.took is None
    assert running.figures[Measure.SATISFACTION].hidden


def test_the_line_of_months_is_what_was_written_down_when_each_was_over(
    year: Connection, config: Config, tables: Tables
) -> None:
    savepoint = year.begin_nested()
    while keeping.keep_months(books(year, config)):
        pass
    review = looking.look(books(year, config), LIN, month_of(date(2026, 10, 1)))
    assert [month for month, _ in review.trend.points] == MONTHS[-6:]
    for month, figure in review.trend.points:
        expected = recount(tables, month_of(month)).participation()["participation-adults-1"]
        assert (figure.part, figure.whole) == expected
    assert not keeping.keep_months(books(year, config))  # once each
    december = NOW + timedelta(days=10)
    assert keeping.keep_months(books(year, config, december))
    assert not keeping.keep_months(books(year, config, december))
    savepoint.rollback()


def test_another_community_reads_nothing_of_it(year: Connection, config: Config) -> None:
    savepoint = year.begin_nested()
    uow = books(year, config)
    other = uow.residents.found("月光社区", NOW)
    uow.roles.appoint(replace(uow.roles.of(LIN)[0], community=other.id, telegram_id=5000009))
    review = looking.look(uow, Reader(5000009, "何伟", community=other.id, known=True), month_of(date(2026, 10, 1)))
    assert review.place == "月光社区"
    assert {figure.part for figure in review.figures.values()} == {0}
    savepoint.rollback()
