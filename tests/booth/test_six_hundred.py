"""600 households vote within a minute of the playground's clock, whose limits are those of Telegram."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.kit.people import CommunityId
from bot.residents.model import CONSENT_VERSION, Account
from bot.unit_of_work import UnitOfWork
from tests.booth.evening import begins, card
from tests.neighbours import Clock, Look, Neighbourhood, Someone

HOUSEHOLDS = range(6000001, 6000601)
A_SECOND = 10
"""So many tap in each second of the minute."""
BUTTONS = ("同意", "反对", "弃权")
GROUP_CALLS = {"sendmessage", "editmessagetext", "sendphoto", "senddocument"}


async def test_every_tap_is_answered_each_ballot_counts_once_and_the_group_has_twenty_messages_at_most(
    town: Neighbourhood, clock: Clock, elder: Someone, look: Look
) -> None:
    await town.running.town.do(move_in)
    await come_to_group(town)
    await begins(town)
    await clock.passes(minutes=2)
    before, began = await town.log(), await clock.now()
    for start in range(0, len(HOUSEHOLDS), A_SECOND):
        await asyncio.gather(*(tap(town, person) for person in HOUSEHOLDS[start : start + A_SECOND]))
        if start % (5 * A_SECOND) == 0:  # a machine that is slow beside the playground's clock catches up
            await town.playground.post("settle", timeout=60)
        await town.playground.post("clock", advance=1)
    assert await clock.now() == began + timedelta(seconds=60)
    await town.playground.post("settle", timeout=60)
    calls = (await town.log())[len(before) :]
    answers = [call["params"]["text"] for call in calls if call["method"].lower() == "answercallbackquery"]
    assert Counter(text.split("\n")[0] for text in answers) == {
        f"已投：{button}。截止前可改": len(HOUSEHOLDS) // 3 for button in BUTTONS
    }
    assert 10 <= len(seen_by_group(town, calls, began + timedelta(seconds=60))) <= 20
    assert [call for call in calls if call["status"] == 429] == []
    await clock.passes(seconds=1)
    await clock.passes(seconds=5)
    assert "参加：600/1200户，50%。" in await card(town, elder)
    await clock.passes(days=5)
    ballots = Counter(choice for (choice,) in look("SELECT choice FROM vote_ballots"))
    assert ballots == {'["yes"]': 200, '["no"]': 200, "[]": 200}


async def tap(town: Neighbourhood, person: int) -> None:
    button = BUTTONS[person % len(BUTTONS)]
    await town.playground.post(f"people/{person}/tap", button=button, chat=town.group)


def seen_by_group(town: Neighbourhood, calls: Sequence[dict[str, Any]], until: datetime) -> list[dict[str, Any]]:
    """Messages and edits that all of the group see, in the minute."""
    return [
        call
        for call in calls
        if call["method"].lower() in GROUP_CALLS
        and call["params"].get("chat_id") in (town.group, str(town.group))
        and "ephemeral_message_parameters" not in call["params"]
        and datetime.fromisoformat(call["at"]) <= until
    ]


def move_in(uow: UnitOfWork) -> None:
    """Of every second household of the estate one adult has joined."""
    community = CommunityId(1)
    for number, person in enumerate(HOUSEHOLDS):
        home = uow.residents.household_at(community, 1 + number // 30, 1 + number % 30 // 10, f"{1 + number % 10}02")
        free = next(one for one in uow.residents.household_members(home.id) if one.free and one.age_band != "minor")
        account = Account(person, free.name, "zh", elder=False, community=community, consent_version=CONSENT_VERSION)
        uow.residents.save_account(account, uow.now)
        assert uow.residents.claim_place(free.id, person, uow.now)


async def come_to_group(town: Neighbourhood) -> None:
    for person in HOUSEHOLDS:
        await town.playground.post("people", key=f"resident_{person}", first_name="居民", id=person)
        await town.playground.post(f"chats/{town.group}/members", who=person, status="member")
