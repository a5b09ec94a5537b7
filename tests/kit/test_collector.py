"""The collector looks between updates, and finds little: what an update was made of goes by itself."""

import gc
from collections.abc import Iterator

import pytest

from bot.kit import collector
from bot.kit.visit import Visit
from storage.unit_of_work import SqlUnitOfWork
from tests.neighbours import Neighbourhood, Someone

ONE = 1
"""The last one may still be in somebody's hand."""


@pytest.fixture
def by_hand() -> Iterator[None]:
    """Nothing is collected by itself."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("by_hand")
async def test_what_an_update_was_made_of_goes_without_the_collector(town: Neighbourhood, elder: Someone) -> None:
    for words in ("议程", "投票", "我的积分", "反映问题", "路灯不亮", "取消", "你好"):
        await elder.says(words)
    await town.settles()
    left = [type(one) for one in gc.get_objects() if isinstance(one, (Visit, SqlUnitOfWork))]
    assert left.count(Visit) <= ONE
    assert left.count(SqlUnitOfWork) <= ONE


@pytest.mark.usefixtures("by_hand")
def test_it_looks_where_much_is_new_and_further_back_now_and_then() -> None:
    looks: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            looks.append(about["generation"])

    gc.callbacks.append(note)
    try:
        collector.tidy()
        assert looks == []
        kept: list[list[object]] = []
        for _ in range(collector.TURNS + 1):
            kept += [[] for _ in range(collector.YOUNG)]
            collector.tidy()
    finally:
        gc.callbacks.remove(note)
    assert looks == [0] * collector.TURNS + [1]
