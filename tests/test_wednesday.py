"""A Wednesday over all features: what only taps can do, and an evening on which everybody answers at once."""

from datetime import datetime, timedelta

from bot.kit.people import CommunityId
from bot.residents.model import CONSENT_VERSION, Account
from bot.unit_of_work import UnitOfWork
from tests.floor.evening import LAMPS, LIFT, evening
from tests.neighbours import Clock, Look, Neighbourhood, Someone

SUNSHINE = CommunityId(1)
CROWD = range(8_000_001, 8_000_301)
MINUTE = timedelta(minutes=1)


async def test_who_only_taps_finds_the_agenda_in_two_taps_and_comes_in_three(
    elder: Someone, moderator: Someone, town: Neighbourhood, clock: Clock, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT, LAMPS, begun=False)
    await elder.taps("看预告")
    assert "下次议事日：12月2日 星期三 晚上7点，社区活动室。" in await elder.reads()
    await elder.taps("看议题")
    assert LIFT in await elder.reads()
    await elder.taps("我会来")
    assert look("SELECT telegram_id FROM sitting_signups WHERE coming") == [(elder.telegram_id,)]


async def test_300_residents_answer_in_one_minute_and_the_group_sees_at_most_20_of_it(
    town: Neighbourhood, moderator: Someone, clock: Clock, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT, LAMPS, begun=False)
    await town.running.town.do(_move_in, None)
    for telegram_id in CROWD:
        await town.playground.post("people", key=f"crowd_{telegram_id}", first_name="居民", id=telegram_id)
        await town.playground.post(f"chats/{town.group}/members", who=f"crowd_{telegram_id}", status="member")
    began = await clock.now()
    before = len(await town.log())
    for place, telegram_id in enumerate(CROWD):
        await town.playground.post(f"people/crowd_{telegram_id}/tap", button="我会来", chat=town.group)
        if place % 5 == 4:
            await town.playground.post("clock", advance=1)
    assert await clock.now() - began == MINUTE
    await town.settles()
    assert look("SELECT count(*) FROM sitting_signups WHERE coming") == [(len(CROWD),)]
    calls = (await town.log())[before:]
    answers = [call for call in calls if call["method"].lower() == "answercallbackquery"]
    assert len(answers) == len(CROWD)
    seen = [call for call in calls if str(call["params"].get("chat_id")) == str(town.group)]
    stamps = [datetime.fromisoformat(call["at"]) for call in seen]
    assert max(sum(start <= stamp < start + MINUTE for stamp in stamps) for start in stamps) <= 20
    assert f"已有{len(CROWD)}人说会来" in seen[-1]["params"]["text"]


def _move_in(uow: UnitOfWork) -> None:
    """300 more residents have joined."""
    free = iter(
        member
        for building in range(8, 20)
        for unit in uow.residents.units(SUNSHINE, building)
        for home in uow.residents.doors(SUNSHINE, building, unit)
        for member in uow.residents.household_members(home.id)
        if member.free
    )
    for telegram_id, member in zip(CROWD, free, strict=False):
        account = Account(telegram_id, member.name, "zh", False, SUNSHINE, CONSENT_VERSION)
        uow.residents.save_account(account, uow.now)
        assert uow.residents.claim_place(member.id, telegram_id, uow.now)
