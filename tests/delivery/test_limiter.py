"""What may be written when; the clock is moved by hand."""

from datetime import timedelta
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.config import Delivery
from bot.delivery.limiter import Limiter
from tests.delivery.stage import CHEN, GRANDMA, GROUP, HandClock

MOMENT = timedelta(microseconds=1)


class Telegram:
    """Answers every call at once; or with a 429."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def is_called(self, chat: int | None = GROUP, method: str = "sendMessage", flood: int | None = None) -> None:
        async def answer() -> bool:
            if flood is not None:
                raise RetryAfter(flood)
            return True

        data: dict[str, Any] = {} if chat is None else {"chat_id": chat}
        assert await self._limiter.process_request(answer, (), {}, method, data, None)


@pytest.fixture
def limiter(hand_clock: HandClock, rules: Delivery) -> Limiter:
    return Limiter(hand_clock, rules)


@pytest.fixture
def telegram(limiter: Limiter) -> Telegram:
    return Telegram(limiter)


def test_at_first_nobody_rests(limiter: Limiter, hand_clock: HandClock, rules: Delivery) -> None:
    assert limiter.resting(hand_clock.now()) == set()
    assert limiter.spare(hand_clock.now()) == rules.per_second == 25
    assert limiter.next_turn(hand_clock.now()) is None


async def test_a_chat_rests_for_exactly_a_second(limiter: Limiter, telegram: Telegram, hand_clock: HandClock) -> None:
    await telegram.is_called(GRANDMA)
    written = hand_clock.now()
    assert limiter.resting(written) == {GRANDMA}
    assert limiter.next_turn(written) == written + timedelta(seconds=1)
    assert limiter.resting(written + timedelta(seconds=1) - MOMENT) == {GRANDMA}
    assert limiter.resting(written + timedelta(seconds=1)) == set()


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "sendmessage", "pinChatMessage"])
async def test_a_group_takes_20_a_minute_whatever_they_are(
    limiter: Limiter, telegram: Telegram, hand_clock: HandClock, method: str
) -> None:
    first = hand_clock.now()
    for _ in range(19):
        await telegram.is_called(GROUP, method)
        hand_clock.passes(seconds=2)
    assert limiter.resting(hand_clock.now()) == set(), "the 20th may go"
    await telegram.is_called(GROUP, method)
    hand_clock.passes(seconds=2)
    assert limiter.resting(hand_clock.now()) == {GROUP}, "the 21st may not"
    assert limiter.next_turn(hand_clock.now()) == first + timedelta(minutes=1)
    assert limiter.resting(first + timedelta(minutes=1) - MOMENT) == {GROUP}
    assert limiter.resting(first + timedelta(minutes=1)) == set()


async def test_a_private_chat_has_no_minute(limiter: Limiter, telegram: Telegram, hand_clock: HandClock) -> None:
    for _ in range(50):
        await telegram.is_called(GRANDMA)
        hand_clock.passes(seconds=1)
    assert limiter.resting(hand_clock.now()) == set()


async def test_25_chats_are_written_to_in_a_second(limiter: Limiter, telegram: Telegram, hand_clock: HandClock) -> None:
    for chat in range(1, 26):
        await telegram.is_called(chat)
    first = hand_clock.now()
    assert limiter.spare(first) == 0
    assert limiter.spare(first + timedelta(seconds=1) - MOMENT) == 0
    assert limiter.spare(first + timedelta(seconds=1)) == 25


@pytest.mark.parametrize(
    ("chat", "method"), [(None, "getMe"), (None, "answerCallbackQuery"), (GRANDMA, "getChat"), (GROUP, "getChatMember")]
)
async def test_questions_and_answers_to_taps_are_free(
    limiter: Limiter, telegram: Telegram, hand_clock: HandClock, chat: int | None, method: str
) -> None:
    await telegram.is_called(chat, method)
    assert limiter.resting(hand_clock.now()) == set()
    assert limiter.spare(hand_clock.now()) == 25


async def test_a_429_makes_only_its_chat_rest(limiter: Limiter, telegram: Telegram, hand_clock: HandClock) -> None:
    with pytest.raises(RetryAfter):
        await telegram.is_called(GROUP, flood=30)
    flooded = hand_clock.now()
    await telegram.is_called(GRANDMA)
    assert limiter.resting(flooded + timedelta(seconds=1)) == {GROUP}
    assert limiter.next_turn(flooded + timedelta(seconds=1)) == flooded + timedelta(seconds=30)
    assert limiter.resting(flooded + timedelta(seconds=30) - MOMENT) == {GROUP}
    assert limiter.resting(flooded + timedelta(seconds=30)) == set()


async def test_on_a_stopped_clock_a_chat_rests_for_ever(
    limiter: Limiter, telegram: Telegram, hand_clock: HandClock
) -> None:
    await telegram.is_called(CHEN)
    assert all(limiter.resting(hand_clock.now()) == {CHEN} for _ in range(100))


async def test_a_clock_moved_a_day_on_lets_everything_go(
    limiter: Limiter, telegram: Telegram, hand_clock: HandClock
) -> None:
    for _ in range(20):
        await telegram.is_called(GROUP)
    with pytest.raises(RetryAfter):
        await telegram.is_called(GRANDMA, flood=900)
    hand_clock.passes(days=1)
    assert limiter.resting(hand_clock.now()) == set()
    assert limiter.spare(hand_clock.now()) == 25


async def test_a_clock_moved_back_holds_nobody_up(limiter: Limiter, telegram: Telegram, hand_clock: HandClock) -> None:
    hand_clock.passes(days=1)
    for _ in range(20):
        await telegram.is_called(GROUP)
    with pytest.raises(RetryAfter):
        await telegram.is_called(GRANDMA, flood=900)
    hand_clock.passes(days=-1)
    assert limiter.resting(hand_clock.now()) == set()
    assert limiter.spare(hand_clock.now()) == 25
    await telegram.is_called(GROUP)
    assert limiter.resting(hand_clock.now()) == {GROUP}, "and it counts anew"


async def test_a_pause_may_outlast_the_calls_that_are_counted(
    limiter: Limiter, telegram: Telegram, hand_clock: HandClock
) -> None:
    began = hand_clock.now()
    with pytest.raises(RetryAfter):
        await telegram.is_called(GRANDMA, flood=90)
    hand_clock.passes(seconds=60)
    assert limiter.resting(hand_clock.now()) == {GRANDMA}
    assert limiter.next_turn(hand_clock.now()) == began + timedelta(seconds=90)
