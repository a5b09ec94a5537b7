"""The minutes of the sitting at which a vote was opened name what came of it."""

from bot.floor.service.chairing import end
from bot.kit.people import CommunityId
from bot.unit_of_work import UnitOfWork
from tests.minutes.test_conversation import post
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.outcomes.ended import FIVE_TO_TWO, cast, opened, until
from tests.outcomes.test_notice import decides, objects
from tests.votes.hall import EVENING, LIN, SUNDAY

RESULT = "投票1通过了：60票里投了8票，同意5票、反对2票，弃权1票。"


def close(uow: UnitOfWork) -> None:
    """The sitting ends while the vote runs."""
    sitting = uow.sittings.get(EVENING, CommunityId(1))
    session = uow.floor.session(EVENING)
    assert session is not None
    end(uow, sitting, session, LIN)


async def test_the_result_of_a_ballot_is_added_to_the_minutes_of_its_sitting(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    vote = await opened(town, clock)
    await town.running.town.do(close)
    await town.settles()
    assert look("SELECT step FROM agenda_items") == [("resolving",)]
    record = look("SELECT record FROM minutes")
    assert "正在投票表决，结果出来后写在这里。" in await moderator.reads()
    await moderator.taps("没问题，批准")
    await clock.passes(days=1)
    assert "• 换路灯\n正在投票表决，结果出来后写在这里。" in await post(town, liaison)
    await cast(town, vote, FIVE_TO_TWO)
    await until(clock, SUNDAY)
    assert f"• 换路灯\n{RESULT}" in await post(town, liaison)
    await liaison.starts(f"minutes-{EVENING}")
    assert RESULT in await liaison.reads()
    assert look("SELECT record FROM minutes") == record
    await objects(liaison)
    await decides(moderator, "采纳第1条", "二单元确实没收到通知")
    assert f"{RESULT}后来有一条异议采纳了，这个结果不算数。" in await post(town, liaison)
