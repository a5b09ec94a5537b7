"""Bursts pass, floods do not, and whoever is held back hears of it once."""

import pytest

from bot.config import Limits
from bot.kit import gate
from bot.kit.gate import Gate
from tests.neighbours import Someone

GRANDMA, CHEN = 5000001, 5000002


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def passing(gate: Gate, times: int, key: int = GRANDMA) -> int:
    return sum(gate.passes(key) for _ in range(times))


def test_a_burst_passes_and_not_one_more() -> None:
    assert passing(Gate(5, 2, Watch()), 7) == 5


def test_it_opens_again_as_time_passes() -> None:
    watch = Watch()
    gate = Gate(5, 2, watch)
    passing(gate, 5)
    watch.seconds = 0.49
    assert not gate.passes(GRANDMA)
    watch.seconds = 0.5
    assert passing(gate, 2) == 1
    watch.seconds = 1000
    assert passing(gate, 9) == 5


def test_nobody_is_held_back_for_another() -> None:
    gate = Gate(5, 2, Watch())
    passing(gate, 9)
    assert passing(gate, 1, CHEN) == 1


def test_it_is_told_once_until_it_opens() -> None:
    watch = Watch()
    gate = Gate(5, 2, watch)
    passing(gate, 6)
    told = [gate.tells(GRANDMA), gate.tells(GRANDMA)]
    watch.seconds = 1
    passing(gate, 3)
    assert [*told, gate.tells(GRANDMA)] == [True, False, True]


def test_who_has_been_quiet_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FORGET", 3)
    watch = Watch()
    doors = Gate(5, 1, watch)
    passing(doors, 5, key=1)
    passing(doors, 1, key=2)
    passing(doors, 1, key=3)
    watch.seconds = 2
    passing(doors, 1, key=4)
    assert set(doors._buckets) == {1, 4}


class TestInAChat:
    """Five at once, and hardly any more."""

    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(burst=5, per_second=0.001, chat_burst=100, chat_per_second=1)

    async def test_who_writes_too_fast_hears_once_that_it_did_not_arrive(self, tenant: Someone) -> None:
        for _ in range(8):
            await tenant.says("/help")
        assert await said_to(tenant, "sendMessage", "刚才发得太快") == 1

    async def test_a_tap_too_many_is_answered_and_changes_nothing(self, elder: Someone) -> None:
        await elder.starts()
        for _ in range(5):
            await elder.taps("查积分")
        assert await said_to(elder, "answerCallbackQuery", "刚才发得太快") == 1


async def said_to(person: Someone, method: str, words: str) -> int:
    """How often the bot did so with these words."""
    calls = await person.town.log(method)
    return sum(words in str(call["params"].get("text", "")) for call in calls)
