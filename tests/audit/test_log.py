"""操作记录: what was done is there, by whom and as what; who only lives here is not named, and no ballot ever is."""

import pytest

from bot.audit.deed_views import DEEDS
from bot.kit.events import Event
from tests.contracts.test_routes import kinds
from tests.neighbours import Clock, Someone

NOT_A_DEED = {
    "AccountChanged": "how somebody is spoken to is nobody's business",
    "AdministratorWanted": "the bot asks",
    "AnnouncementDue": "time does it",
    "AnnouncementProgressed": "follows what is in the log",
    "AlternateAsked": "time does it",
    "AwardChanged": "the base of others",
    "BadgeEarned": "the ledger of points has it",
    "BallotCast": "nobody reads from the log when somebody voted",
    "BallotsCounted": "follows from a vote's end",
    "BudgetSpent": "follows from points that were earned",
    "CardChanged": "a card follows what is in the log",
    "CardLost": "nobody says who unpinned it",
    "ChairWanted": "time does it",
    "CharterAmended": "follows from a resolution",
    "ChatMigrated": "Telegram does it",
    "CommitteeReported": "time does it",
    "ConcernChanged": "the base of others",
    "ConcernLapsed": "time does it",
    "ConcernLeft": "follows from leaving",
    "ConcernMoved": "the base of others",
    "ConcernResumed": "time does it",
    "ConcernRunsOut": "time does it",
    "DeletionNear": "time does it",
    "DeletionPutOff": "time does it",
    "DoerThanked": "time does it",
    "DraftHeard": "a voice message was understood",
    "Earned": "the ledger of points has it",
    "ErratumChanged": "the base of others",
    "FloorChanged": "the base of others",
    "FloorShown": "a card follows what is in the log",
    "FollowUpDue": "time does it",
    "GroupChanged": "the base of others",
    "InquiryChanged": "the base of others",
    "InquiryRunsOut": "time does it",
    "ItemChanged": "the base of others",
    "MeasureChanged": "the base of others",
    "MeasureOver": "time does it",
    "MenuOutdated": "time does it",
    "MinutesChanged": "the base of others",
    "MinutesDrafted": "follows from closing the sitting",
    "MinutesFinal": "time does it",
    "MinutesLate": "time does it",
    "MinutesPublished": "time does it",
    "MonthOver": "time does it",
    "MonthThanked": "a card follows what is in the ledger",
    "Nominated": "nobody reads who nominated whom",
    "NominationsOpened": "time does it",
    "OutcomeFinal": "time does it",
    "OutcomeSetAside": "follows from a decision on an objection, which moves the item",
    "OutcomeStated": "time does it",
    "OverdueCounted": "time does it",
    "PackNoteMissing": "time does it",
    "PackNoted": "stands with the month, as its minutes",
    "PackReady": "time does it",
    "PapersReady": "time does it",
    "PeopleInvited": "follows from opening the sitting",
    "PersonForgotten": "who is forgotten is not written down again",
    "PhotoWanted": "somebody looks",
    "PickupNear": "time does it",
    "PioneersPublished": "time does it",
    "PointsPaid": "the ledger of points has it",
    "PointsTakenBack": "the ledger of points has it",
    "PreviewChanged": "a card follows what is in the log",
    "PreviewLate": "time does it",
    "PreviewOver": "time does it",
    "PreviewReady": "time does it",
    "QueueChanged": "the speakers' queue changes with every tap; who spoke is in the minutes",
    "QuorumInDoubt": "time does it",
    "QuorumMissing": "time does it",
    "RatersWanted": "time does it",
    "RecordingHeard": "a voice message was understood",
    "RedemptionChanged": "the base of others",
    "RedemptionExpired": "time does it",
    "RemindersDue": "time does it",
    "SavingChanged": "the base of others",
    "ScorePublished": "time does it",
    "SeatGiven": "follows from a seat that became free",
    "Shortlisted": "time does it",
    "SignupChanged": "a card follows what is in the log",
    "SittingConvened": "time does it",
    "SpokeTooSoon": "who speaks in a group is in the group",
    "StatementChanged": "the base of others",
    "TenChosen": "time does it",
    "TurnoutChanged": "a card follows; nobody reads from the log when somebody voted",
    "VerdictWanted": "time does it",
    "VoteChanged": "the base of others",
    "VoteClosed": "time does it",
    "VoteReminded": "time does it",
    "WeekOver": "time does it",
    "WishChanged": "the base of others",
    "WishDue": "time does it",
    "WishOffered": "follows from a wish that was given back",
    "WishQueued": "who waits is in the wish",
    "WishThanked": "thanks are between two neighbours",
    "WorkshopConvened": "time does it",
}
"""Events that are not in the log, with the reason."""


@pytest.mark.parametrize("kind", kinds(Event), ids=lambda kind: kind.__name__)
def test_every_event_is_in_the_log_or_has_a_reason_not_to_be(kind: type[Event]) -> None:
    assert (kind.__name__ in DEEDS) != (kind.__name__ in NOT_A_DEED)


async def test_what_a_moderator_did_is_read_with_name_and_role_and_a_resident_without(
    elder: Someone, moderator: Someone, supervisor: Someone
) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await moderator.taps("认领")
    await supervisor.says("/log")
    lines = (await supervisor.reads()).splitlines()
    assert "11月25日 星期三 上午10点 林芳（管理员、系统管理员）：认领诉求 #1" in lines
    assert "11月25日 星期三 上午10点 一位居民：反映了问题 #1" in lines
    assert "王秀英" not in await supervisor.reads()


async def test_a_repeated_tap_is_one_line(elder: Someone, supervisor: Someone) -> None:
    await elder.taps("🙋找人帮")
    await elder.taps("🙋找人帮")
    await supervisor.says("/log")
    assert (await supervisor.reads()).count("找人帮忙") == 1


async def test_older_lines_are_a_tap_away(moderator: Someone, clock: Clock) -> None:
    for _ in range(9):
        await clock.passes(hours=1)
        await moderator.says("/home")
        await moderator.taps("🙋找人帮")
        await moderator.taps("我来帮")
    await moderator.says("/log")
    first = await moderator.reads()
    assert len(first.splitlines()) == 8
    await moderator.taps("看更早的")
    assert set(first.splitlines()).isdisjoint((await moderator.reads()).splitlines())


async def test_residents_do_not_read_it(elder: Someone) -> None:
    await elder.says("/log")
    assert "需要的话请找人帮忙" in await elder.reads()


async def test_what_only_follows_from_a_deed_stands_in_nobodys_way(moderator: Someone) -> None:
    await moderator.says("/language")
    await moderator.taps("中文")
    await moderator.says("/log")
    assert "还没有记录" in await moderator.reads()
