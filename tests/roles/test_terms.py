"""Terms end on the second, separation holds in both directions, and nothing of an appointment is lost."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config
from bot.kit.people import CommunityId, Reader
from bot.reactions import REACTIONS
from bot.residents.model import CONSENT_VERSION, Account, AgeBand
from bot.roles import service
from bot.roles.model import (
    EXCLUDES,
    Act,
    Appointment,
    Candidate,
    Everyday,
    Incompatible,
    LastHolder,
    NotAllowed,
    Reason,
    Role,
    TooYoung,
    check_separation,
    end_of_term,
    permit,
)
from bot.roles.tier_views import ACTS, EVERYDAY, HOW, ROLES, TIERS
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.books import SqliteBooks

SHANGHAI = ZoneInfo("Asia/Shanghai")
SUNSHINE = CommunityId(1)
TODAY = datetime(2026, 11, 25, 2, tzinfo=UTC)
LIN, WANG, CHEN = 5000005, 5000001, 5000002
MODERATOR = Reader(LIN, "林芳", community=SUNSHINE, known=True)


class MovedClock:
    def __init__(self) -> None:
        self.moment = TODAY

    def now(self) -> datetime:
        return self.moment

    async def follow(self, wake: object) -> None:
        """Nobody follows."""


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def hall(sunshine: Path, config: Config, tmp_path: Path, clock: MovedClock) -> Iterator[OpenTown]:
    """The town without Telegram."""
    path = Path(shutil.copy(sunshine, tmp_path / "yishi.db"))
    with SqliteBooks(path, config.community, "https://t.me/yishi_bot") as books:
        yield OpenTown(books, clock, REACTIONS)


def made_representative(uow: UnitOfWork, years: int = 1) -> Appointment:
    changes = service.look_up(uow, MODERATOR, WANG).changes
    return service.appoint(uow, MODERATOR, WANG, Role.REPRESENTATIVE, 3, years, Reason.ELECTED, changes)


def may_see_concerns(uow: UnitOfWork) -> bool:
    try:
        permit(uow.roles.of(Reader(WANG, "", community=SUNSHINE, known=True)), Act.SEE_CONCERNS, 3)
    except NotAllowed:
        return False
    return True


async def test_a_role_gives_no_rights_from_the_second_of_its_end(hall: OpenTown, clock: MovedClock) -> None:
    made = await hall.do(made_representative)
    assert made.ends_at == datetime(2027, 11, 25, tzinfo=SHANGHAI)
    clock.moment = made.ends_at - timedelta(seconds=1)
    assert await hall.ask(may_see_concerns)
    clock.moment = made.ends_at
    assert not await hall.ask(may_see_concerns)
    assert await hall.ask(lambda uow: uow.roles.holders(SUNSHINE, Role.REPRESENTATIVE, 3)) == []


async def test_a_new_term_follows_the_old_and_both_stay_in_the_books(hall: OpenTown, tmp_path: Path) -> None:
    await hall.do(made_representative)
    await hall.do(made_representative, None, 3)
    with closing(sqlite3.connect(tmp_path / "yishi.db")) as books:
        query = "SELECT ends_at, ended_at, ended_by, appointed_by, reason FROM appointments WHERE role = ? ORDER BY id"
        old, new = books.execute(query, ("representative",)).fetchall()
    assert (old[0][:10], new[0][:10]) == ("2027-11-24", "2029-11-24")
    assert old[1:] == (TODAY.strftime("%Y-%m-%d %H:%M:%S.000000"), LIN, LIN, "elected")
    assert new[1:] == (None, None, LIN, "elected")


async def test_what_ended_is_in_the_books_with_who_ended_it(hall: OpenTown, tmp_path: Path) -> None:
    made = await hall.do(made_representative)
    for _ in range(2):
        await hall.do(service.dismiss, None, MODERATOR, WANG, made.id)
    assert not await hall.ask(may_see_concerns)
    with closing(sqlite3.connect(tmp_path / "yishi.db")) as books:
        query = "SELECT ended_by FROM appointments WHERE ended_at IS NOT NULL"
        assert books.execute(query).fetchall() == [(LIN,)]


async def test_of_two_moderators_one_can_be_dismissed(hall: OpenTown) -> None:
    def add(uow: UnitOfWork) -> None:
        changes = service.look_up(uow, MODERATOR, CHEN).changes
        service.appoint(uow, MODERATOR, CHEN, Role.MODERATOR, None, 5, Reason.ASKED, changes)

    def dismiss_lin(uow: UnitOfWork, by: Reader) -> None:
        mine = next(held for held in uow.roles.held_by(SUNSHINE, LIN) if held.role is Role.MODERATOR)
        service.dismiss(uow, by, LIN, mine.id)

    with pytest.raises(LastHolder):
        await hall.do(dismiss_lin, None, MODERATOR)
    await hall.do(add)
    await hall.do(dismiss_lin, None, MODERATOR)
    assert await hall.ask(lambda uow: uow.roles.held_by(SUNSHINE, CHEN)[-1].ends_at) is None


def test_three_years_from_a_leap_day_end_on_the_28th() -> None:
    leap_day = datetime(2028, 2, 28, 16, tzinfo=UTC)  # the 29th in Shanghai
    assert end_of_term(leap_day, 3, SHANGHAI) == datetime(2031, 2, 28, tzinfo=SHANGHAI)
    assert end_of_term(TODAY, 0, SHANGHAI) is None


RUNS = {Role.MODERATOR, Role.ADMIN, Role.CHAIR}
DECIDES = RUNS | {Role.COMMITTEE_MEMBER, Role.LIAISON, Role.REPRESENTATIVE, Role.ALTERNATE}
APART = (
    {frozenset({Role.GUIDE, role}) for role in (*DECIDES, Role.GOVERNMENT)}
    | {frozenset({Role.GOVERNMENT, role}) for role in DECIDES}
    | {frozenset({Role.SUPERVISOR, role}) for role in RUNS}
)


@pytest.mark.parametrize(("held", "wanted"), list(permutations(Role, 2)))
def test_who_decides_is_watched_and_advised_by_others(held: Role, wanted: Role) -> None:
    mine = [Appointment(SUNSHINE, WANG, held)]
    if {held, wanted} not in APART:
        check_separation(mine, wanted)
        return
    with pytest.raises(Incompatible) as refusal:
        check_separation(mine, wanted)
    assert (refusal.value.held, refusal.value.role) == (held, wanted)


def test_every_role_and_act_has_a_name_and_every_tier_a_way_in() -> None:
    assert set(EXCLUDES) == set(ROLES) == set(Role)
    assert set(ACTS) == set(Act)
    assert set(EVERYDAY) == set(Everyday)
    assert set(HOW) == set(TIERS)


async def test_a_minor_holds_no_role(hall: OpenTown) -> None:
    def joins(uow: UnitOfWork) -> Candidate:
        home = uow.residents.household_at(SUNSHINE, 3, 2, "502")
        child = uow.residents.add_resident(home, "王小明", AgeBand.MINOR)
        uow.residents.save_account(Account(5000009, "王小明", "zh", False, SUNSHINE, CONSENT_VERSION), uow.now)
        uow.residents.claim_place(child.id, 5000009, uow.now)
        return service.look_up(uow, MODERATOR, 5000009)

    candidate = await hall.do(joins)
    assert candidate.name == "王小明"
    for role in Role:
        with pytest.raises(TooYoung):
            await hall.ask(service.weigh, MODERATOR, 5000009, role)
