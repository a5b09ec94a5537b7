"""Who speaks next, whoever asks in whatever order."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda.model.item import ItemId
from bot.floor.model.queue import OPPOSITE, Stand, Turn, check_may_ask, in_order, share_of_top
from bot.floor.model.refusals import SpokenEnough, WaitsAlready
from bot.kit.refusals import Refused
from bot.sittings.model.sitting import SittingId

NOW = datetime(2026, 12, 2, 11, tzinfo=UTC)
MOST = 2
PRO, CON, OTHER = Stand.PRO, Stand.CON, Stand.OTHER


def turn(number: int, who: int, stand: Stand, **more: datetime) -> Turn:
    at = NOW + timedelta(seconds=number)
    return Turn(number, SittingId(2), ItemId(1), who, stand, 120, at, **more)


def spoken(number: int, who: int, stand: Stand) -> Turn:
    at = NOW + timedelta(seconds=number)
    return turn(number, who, stand, called_at=at, ended_at=at)


def order(*turns: Turn) -> list[int]:
    return [one.id for one in in_order(turns)]


def test_the_sides_alternate_and_then_who_asked_first() -> None:
    assert order(turn(1, 1, PRO), turn(2, 2, PRO), turn(3, 3, CON), turn(4, 4, CON)) == [1, 3, 2, 4]


def test_who_has_not_spoken_goes_before_who_has() -> None:
    assert order(spoken(1, 1, CON), turn(2, 1, PRO), turn(3, 2, CON)) == [3, 2]


def test_who_only_wants_to_say_something_goes_where_nobody_waits_for_the_other_side() -> None:
    assert order(spoken(1, 9, PRO), turn(2, 1, PRO), turn(3, 2, OTHER), turn(4, 3, CON)) == [4, 2, 3]


def test_who_took_it_back_or_speaks_does_not_wait() -> None:
    assert order(turn(1, 1, PRO, ended_at=NOW), turn(2, 2, PRO, called_at=NOW), turn(3, 3, CON)) == [3]


def test_nobody_waits_twice_or_speaks_a_third_time() -> None:
    check_may_ask([spoken(1, 1, PRO)], 1, MOST)
    with pytest.raises(WaitsAlready):
        check_may_ask([turn(1, 1, PRO)], 1, MOST)
    with pytest.raises(WaitsAlready):
        check_may_ask([turn(1, 1, PRO, called_at=NOW)], 1, MOST)
    with pytest.raises(SpokenEnough):
        check_may_ask([spoken(1, 1, PRO), spoken(2, 1, CON)], 1, MOST)
    check_may_ask([spoken(1, 1, PRO), turn(2, 1, PRO, ended_at=NOW)], 1, MOST)


moves = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(Stand)) | st.none(), max_size=40)
"""Somebody asks for the floor, or the next is called."""


@given(moves)
def test_in_whatever_order_people_ask_the_rule_holds(history: list[tuple[int, Stand] | None]) -> None:
    turns: list[Turn] = []
    for number, move in enumerate(history):
        if move is not None:
            _ask(turns, number, *move)
        elif waiting := in_order(turns):
            _fair(turns, waiting[0])
            called = NOW + timedelta(seconds=number)
            turns = [replace(one, called_at=called, ended_at=called) if one == waiting[0] else one for one in turns]
    assert sorted(one.id for one in in_order(turns)) == [one.id for one in turns if one.waits]
    assert max(Counter(one.telegram_id for one in turns if one.called_at).values(), default=0) <= MOST


def _ask(turns: list[Turn], number: int, who: int, stand: Stand) -> None:
    try:
        check_may_ask(turns, who, MOST)
    except Refused:
        return
    turns.append(turn(number, who, stand))


def _fair(turns: list[Turn], following: Turn) -> None:
    """Unspoken before spoken; and of those equal in that, never the side that spoke last while the other waits."""
    called = sorted((one for one in turns if one.called_at), key=lambda one: one.called_at or NOW)
    times = Counter(one.telegram_id for one in called)
    waiting = [one for one in turns if one.waits]
    assert times[following.telegram_id] == min(times[one.telegram_id] for one in waiting)
    equals = [one for one in waiting if times[one.telegram_id] == times[following.telegram_id]]
    last = next((one.stand for one in reversed(called) if one.stand in OPPOSITE), None)
    if last is not None and any(one.stand is OPPOSITE[last] for one in equals):
        assert following.stand is OPPOSITE[last]
    same = [one for one in equals if one.stand is following.stand]
    assert following == min(same, key=lambda one: one.asked_at)


def test_the_share_of_those_who_spoke_most() -> None:
    turns = [spoken(n, who, PRO) for n, who in enumerate((1, 1, 2, 2, 3, 3, 4, 5, 6, 7))]
    assert share_of_top(turns) == 60
    assert share_of_top([]) == 0
    assert share_of_top([turn(1, 1, PRO)]) == 0
    assert share_of_top([spoken(1, 1, PRO), spoken(2, 2, PRO), spoken(3, 3, PRO)]) == 0  # nobody was cut short
