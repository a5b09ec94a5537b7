"""Ten thousand codes are tried: none is found within the limits, and who lives here still gets in."""

import asyncio
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.config import Config, ResidentRules
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.residents import service
from bot.residents.model import (
    HouseholdCode,
    SpentCode,
    TooManyTries,
    Wrong,
    code_terms,
    next_try,
    with_check_digit,
)
from bot.unit_of_work import UnitOfWork
from storage.books import SqliteBooks

T = TypeVar("T")
NOON = datetime(2026, 11, 25, 4, tzinfo=UTC)
LIS_CODE = "21913557"
TRIES = 10_000


class Town:
    """The books of 阳光社区, and a clock that the test moves."""

    def __init__(self, books: SqliteBooks, runner: asyncio.Runner) -> None:
        self.now = NOON
        self._books = books
        self._runner = runner

    def do(self, work: Callable[[UnitOfWork], T]) -> T:
        return self._runner.run(self._books.write(work, self.now))

    def tries(self, person: Reader, code: str) -> service.OpenDoor | None:
        place = Place(person.telegram_id, person.telegram_id)
        return self.do(lambda uow: service.try_code(uow, person, place, code))


@pytest.fixture
def books(sunshine: Path, config: Config, tmp_path: Path) -> Iterator[Town]:
    path = Path(shutil.copy(sunshine, tmp_path / "yishi.db"))
    with asyncio.Runner() as runner, SqliteBooks(path, config.community, "") as opened:
        yield Town(opened, runner)


def guesser(number: int) -> Reader:
    return Reader(9_000_000 + number, "猜", community=CommunityId(1), known=True)


def guesses(books: Town) -> list[str]:
    """Well-formed codes, among them those of ten households, spread over the last nine tenths."""
    chance = random.Random(20261122)  # noqa: S311 - the same each time
    real = [code.code for code in books.do(lambda uow: uow.codes.all(CommunityId(1), 1))][:10]
    found = [with_check_digit(str(digits)) for digits in chance.sample(range(1_000_000, 9_999_999), TRIES)]
    for code in real:
        found[chance.randrange(TRIES // 10, TRIES)] = code
    return found


@contextmanager
def counting(counts: list[int]) -> Iterator[None]:
    """Counts what was looked up at all."""
    try:
        yield
    except TooManyTries:
        return
    counts[0] += 1


def test_one_person_guesses_all_day(books: Town, config: Config) -> None:
    looked_up, opened = [0], 0
    for code in guesses(books):
        books.now += timedelta(days=1) / TRIES
        with counting(looked_up):
            opened += books.tries(guesser(0), code) is not None
    assert opened == 0
    # five at once, then after 10, 20, 40, … minutes: the eighth wait would be longer than the day
    assert looked_up == [config.community.residents.code_tries + 7]


def test_fifty_people_guess_for_an_hour_and_a_neighbour_comes_home(books: Town, config: Config) -> None:
    looked_up, opened, people = [0], 0, 50
    for number, code in enumerate(guesses(books)):
        books.now += timedelta(hours=1) / TRIES
        with counting(looked_up):
            opened += books.tries(guesser(number % people), code) is not None
        if number % 1000 == 999:
            newcomer = Reader(8_000_000 + number, "李明", community=CommunityId(1), known=True)
            assert books.tries(newcomer, LIS_CODE) is not None
    assert opened == 0
    assert looked_up[0] <= config.community.residents.code_tries_an_hour + people


def test_a_right_code_does_not_make_wrong_ones_forgotten(books: Town, config: Config) -> None:
    rules = config.community.residents
    for _ in range(rules.code_tries - 1):
        books.tries(guesser(0), with_check_digit("1234567"))
    assert books.tries(guesser(0), LIS_CODE) is not None
    books.tries(guesser(0), with_check_digit("1234567"))
    with pytest.raises(TooManyTries):
        books.tries(guesser(0), LIS_CODE)


def test_a_wait_ends_to_the_second(books: Town, config: Config) -> None:
    rules = config.community.residents
    for _ in range(rules.code_tries):
        books.tries(guesser(0), with_check_digit("1234567"))
    books.now += timedelta(minutes=rules.code_wait_minutes) - timedelta(seconds=1)
    with pytest.raises(TooManyTries) as refused:
        books.tries(guesser(0), LIS_CODE)
    assert refused.value.until == books.now + timedelta(seconds=1)
    books.now += timedelta(seconds=1)
    assert books.tries(guesser(0), LIS_CODE) is not None


def test_a_spent_code_opens_nothing_and_counts_as_no_guess(books: Town) -> None:
    books.now += timedelta(days=3650)
    for _ in range(20):
        with pytest.raises(SpentCode):
            books.tries(guesser(0), LIS_CODE)


@pytest.fixture
def rules(config: Config) -> ResidentRules:
    return config.community.residents


@pytest.mark.parametrize(("wrong", "minutes"), [(4, None), (5, 10), (6, 20), (7, 40), (9, 160), (99, 30 * 24 * 60)])
def test_waits_grow(rules: ResidentRules, wrong: int, minutes: int | None) -> None:
    until = next_try(rules, Wrong(wrong, NOON), Wrong(0, None))
    assert until == (None if minutes is None else NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(("own", "around", "waits"), [(0, 999, False), (1, 59, False), (1, 60, True)])
def test_a_community_under_attack_slows_those_who_were_wrong(
    rules: ResidentRules, own: int, around: int, waits: bool
) -> None:
    until = next_try(rules, Wrong(own, NOON if own else None), Wrong(around, NOON))
    assert until == (NOON + timedelta(hours=1) if waits else None)


@pytest.mark.parametrize(("people", "uses"), [(0, 4), (2, 4), (3, 5), (7, 9)])
def test_a_code_is_for_the_household_and_two_more_four_at_least(rules: ResidentRules, people: int, uses: int) -> None:
    assert code_terms(rules, NOON, people) == (NOON + timedelta(days=180), uses)


def test_a_code_is_good_until_its_last_second_and_its_last_use(books: Town) -> None:
    home = books.do(lambda uow: uow.residents.household_at(CommunityId(1), 5, 1, "202"))
    code = HouseholdCode(home, LIS_CODE, 1, NOON, NOON + timedelta(days=1), 1)
    assert code.good(code.expires_at - timedelta(microseconds=1))
    assert not code.good(code.expires_at)
    assert not HouseholdCode(home, LIS_CODE, 1, NOON, NOON + timedelta(days=1), 0).good(NOON)
