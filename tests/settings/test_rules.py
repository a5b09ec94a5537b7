"""What counts where: each community its own, in all processes, from its moment on; what was not committed nowhere."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Config
from bot.kit.clock import SystemClock
from bot.kit.events import Event
from bot.kit.people import CommunityId, Reader
from bot.settings.model import SettingChange
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
SUNSHINE, OTHER = CommunityId(1), CommunityId(2)
NAME = "response.first_hours"
LINK = "https://t.me/yishi_bot"


class Happened(Event):
    """Something."""


@pytest.fixture
def both_communities(database: Database, config: Config) -> Iterator[tuple[OpenTown, OpenTown]]:
    """Two processes on the same books, which hold two communities."""
    with database.books(config.community, LINK) as one, database.books(config.community, LINK) as other:
        yield OpenTown(one, SystemClock(), {}), OpenTown(other, SystemClock(), {})


def change(uow: UnitOfWork, new: int, days: int = 0, key: str = "") -> None:
    made = SettingChange(
        SUNSHINE, key or f"key-{new}", NAME, 24, new, "因为", 1, uow.now, uow.now + timedelta(days=days)
    )
    uow.setting_changes.add(made)


def hours(uow: UnitOfWork, community: CommunityId = SUNSHINE, days: int = 0) -> int:
    return uow.settings_of(community, uow.now + timedelta(days=days)).response.first_hours


def found(uow: UnitOfWork) -> CommunityId:
    return uow.residents.found("月光社区", uow.now).id


@pytest.mark.both
async def test_another_process_reads_what_one_has_changed(both_communities: tuple[OpenTown, OpenTown]) -> None:
    one, other = both_communities
    assert await other.ask(hours) == 24
    for new in (12, 6):
        await one.do(change, None, new)
        assert await other.ask(hours) == new
        assert await one.ask(hours) == new


@pytest.mark.both
async def test_one_community_s_change_is_not_the_other_s(both_communities: tuple[OpenTown, OpenTown]) -> None:
    one, other = both_communities
    assert await one.do(found) == OTHER
    await one.do(change, None, 12)
    assert (await other.ask(hours), await other.ask(hours, OTHER)) == (12, 24)


async def test_what_was_taken_back_leaves_nothing_behind(both_communities: tuple[OpenTown, OpenTown]) -> None:
    one, _ = both_communities

    def breaks(uow: UnitOfWork) -> None:
        change(uow, 12)
        assert hours(uow) == 12
        raise KeyError

    with pytest.raises(KeyError):
        await one.do(breaks)
    assert await one.ask(hours) == 24
    await one.do(change, None, 6)
    assert await one.ask(hours) == 6


async def test_a_change_for_later_counts_later(both_communities: tuple[OpenTown, OpenTown]) -> None:
    one, _ = both_communities
    await one.do(change, None, 12, 7)
    assert [await one.ask(hours, SUNSHINE, days) for days in (0, 6, 8)] == [24, 24, 12]


async def test_who_acts_says_whose_numbers_count_and_so_does_where_an_event_was_recorded(
    database: Database, config: Config
) -> None:
    seen: list[int] = []

    def reads(uow: UnitOfWork, _: Event) -> None:
        seen.append(uow.settings.response.first_hours)

    def sweep(uow: UnitOfWork) -> None:
        for community in (SUNSHINE, OTHER):
            uow.enter(community)
            uow.record(Happened())

    def acts(uow: UnitOfWork, community: CommunityId | None) -> int:
        uow.actor = Reader(5000005, "林芳", community=community)
        return uow.settings.response.first_hours

    with database.books(config.community, LINK) as books:
        town = OpenTown(books, SystemClock(), {Happened: [reads]})
        await town.do(found)
        await town.do(change, None, 12)
        await town.do(sweep)
        assert seen == [12, 24]
        assert [await town.ask(acts, one) for one in (SUNSHINE, OTHER, None)] == [12, 24, 24]
