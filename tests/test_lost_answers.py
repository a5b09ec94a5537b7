"""What Telegram does not take at once arrives later, and what it does not get back it gives out again."""

from collections import Counter
from typing import Any

import pytest

from bot.kit import polling
from bot.kit.town import BooksAway, UpdateKey
from bot.town import OpenTown
from tests.neighbours import Clock, Look, Neighbourhood, Someone, number_in

TROUBLE = ({"kind": "flood", "retry_after": 3}, {"kind": "error", "status": 502}, {"kind": "drop"})
LAMP = "3号楼2单元的路灯不亮"


async def suffers(town: Neighbourhood, method: str, **fault: object) -> None:
    """The next call of `method` meets trouble."""
    await town.playground.post("faults", method=method, **fault)


@pytest.mark.parametrize("fault", TROUBLE, ids=lambda fault: fault["kind"])
async def test_an_answer_that_does_not_go_out_arrives_later(
    town: Neighbourhood, elder: Someone, clock: Clock, fault: dict[str, Any]
) -> None:
    await suffers(town, "sendMessage", chat=elder.telegram_id, **fault)
    await elder.taps("反映问题")
    await clock.passes(seconds=fault.get("retry_after", 0))
    assert (await elder.reads()).count("请说说是什么事") == 1


async def test_an_answer_whose_receipt_is_lost_may_come_twice_but_comes(town: Neighbourhood, elder: Someone) -> None:
    await suffers(town, "sendMessage", chat=elder.telegram_id, kind="drop_after")
    await elder.taps("反映问题")
    assert (await elder.reads()).count("请说说是什么事") == 2


@pytest.mark.parametrize("fault", [*TROUBLE, {"kind": "drop_after"}], ids=lambda fault: fault["kind"])
async def test_a_tap_counts_though_its_button_is_not_answered(
    town: Neighbourhood, elder: Someone, look: Look, fault: dict[str, Any]
) -> None:
    await elder.taps("反映问题")
    await elder.says(LAMP)
    await suffers(town, "answerCallbackQuery", **fault)
    await elder.taps("对，就这样")
    assert look("SELECT text FROM concerns") == [(LAMP,)]
    number_in(await elder.reads())


@pytest.mark.parametrize("fault", [*TROUBLE, {"kind": "error", "status": 403}], ids=lambda fault: fault["kind"])
async def test_an_answer_in_the_group_that_does_not_go_out_leads_to_the_private_chat(
    town: Neighbourhood, elder: Someone, look: Look, fault: dict[str, Any]
) -> None:
    await suffers(town, "sendMessage", chat=town.group, **fault)
    await elder.says_in_group(f"/concern {LAMP}")
    assert look("SELECT text FROM concerns") == [(LAMP,)]
    assert "私聊" in await elder.reads_in_group()


async def test_what_comes_while_the_books_are_away_comes_again(
    elder: Someone, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, came = OpenTown.do, Counter[object]()

    async def is_away_at_first(self: OpenTown, work: Any, *given: Any, **named: Any) -> Any:
        if given and isinstance(given[0], UpdateKey):
            came[given[0]] += 1
            if came[given[0]] == 1:
                raise BooksAway("the server restarts")
        return await real(self, work, *given, **named)

    await elder.taps("反映问题")
    await elder.says(LAMP)
    monkeypatch.setattr(polling, "PAUSE", 0.0)
    monkeypatch.setattr(OpenTown, "do", is_away_at_first)
    await elder.taps("对，就这样")
    assert list(came.values()) == [2]
    assert look("SELECT text FROM concerns") == [(LAMP,)]
    number_in(await elder.reads())
    assert "出了点问题" not in await elder.reads()


@pytest.mark.parametrize(
    "fault", [{"kind": "drop_after"}, {"kind": "error", "status": 409}], ids=lambda fault: fault["kind"]
)
async def test_updates_that_get_lost_on_the_way_come_again(
    town: Neighbourhood, elder: Someone, look: Look, fault: dict[str, Any]
) -> None:
    await suffers(town, "getUpdates", **fault)
    await elder.taps("反映问题")
    await elder.says(LAMP)
    await elder.taps("对，就这样")
    assert look("SELECT text FROM concerns") == [(LAMP,)]
