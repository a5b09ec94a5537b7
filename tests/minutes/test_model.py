"""The life of minutes on its boundaries, and what is written down."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.agenda.model.item import Item, ItemId, Outcome, Wording, digest_of
from bot.agenda.model.steps import Step
from bot.config import Config, MinutesRules
from bot.floor.model.presence import Present
from bot.floor.model.session import Session
from bot.floor.model.treated import Result, Treated
from bot.kit.people import CommunityId
from bot.minutes.model.erratum import Erratum, ErratumId, Verdict
from bot.minutes.model.minutes import Minutes, State, drafted
from bot.minutes.model.record import Matter, Record, matter_of, record_of
from bot.minutes.model.refusals import ApprovedAlready, CorrectionsOver, DecidedAlready, DraftChanged, NotPublished
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import Sitting, SittingId

CLOSED = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ENOUGH = Present(16, 4, 12, 20, 11)
RECORD = Record(
    by_rule=True,
    starts_at=CLOSED - timedelta(minutes=90),
    opened_at=CLOSED - timedelta(minutes=90),
    closed_at=CLOSED,
    place="活动室",
    present=ENOUGH,
    adjourned=False,
)


def made_up_item(number: int = 1) -> Item:
    return Item(
        ItemId(number), CommunityId(1), number, f"key-{number}", 5, "加装电梯", "3号楼", "老人下楼难", "装一部",
        CLOSED, Step.RESOLVING, CLOSED,
    )  # fmt: skip


@pytest.fixture
def rules(config: Config) -> MinutesRules:
    return config.community.minutes


@pytest.fixture
def draft(rules: MinutesRules) -> Minutes:
    return drafted(SittingId(1), CommunityId(1), RECORD, 7, rules)


def test_approved_in_time_they_are_published_a_day_after_the_sitting(draft: Minutes, rules: MinutesRules) -> None:
    day_after = CLOSED + timedelta(hours=24)
    assert draft.approved(7, CLOSED, 0, rules).due_at == day_after
    assert draft.approved(7, day_after - SECOND, 0, rules).due_at == day_after
    assert draft.approved(7, day_after + SECOND, 0, rules).due_at == day_after + SECOND


def test_approving_twice_is_once(draft: Minutes, rules: MinutesRules) -> None:
    approved = draft.approved(7, CLOSED, 0, rules)
    assert approved.approved(8, CLOSED + SECOND, 0, rules) is approved


def test_what_is_approved_is_what_was_read(draft: Minutes, rules: MinutesRules) -> None:
    noted = draft.noted("会后大家去看了现场")
    with pytest.raises(DraftChanged):
        noted.approved(7, CLOSED, 0, rules)
    assert noted.approved(7, CLOSED, 1, rules).state is State.APPROVED
    with pytest.raises(ApprovedAlready):
        noted.approved(7, CLOSED, 1, rules).noted("再补一句")


def test_a_note_leaves_the_record_alone(draft: Minutes) -> None:
    assert draft.noted("一句").record == RECORD


def test_corrections_are_taken_for_three_days_to_the_second(draft: Minutes, rules: MinutesRules) -> None:
    with pytest.raises(NotPublished):
        draft.check_takes_corrections(CLOSED)
    published = draft.published(CLOSED, rules)
    last = CLOSED + timedelta(days=3)
    published.check_takes_corrections(last - SECOND)
    with pytest.raises(CorrectionsOver) as over:
        published.check_takes_corrections(last)
    assert over.value.since == last
    final = published.closed(last + timedelta(hours=5))
    assert (final.state, final.final_at, final.due_at) == (State.FINAL, last, None)
    with pytest.raises(CorrectionsOver) as over:
        final.check_takes_corrections(last - SECOND)
    assert over.value.since == last


def test_the_chair_is_reminded_and_a_day_later_all_moderators_and_then_nobody(draft: Minutes) -> None:
    assert draft.due_at is not None
    once = draft.reminded(draft.due_at)
    assert (once.reminders, once.due_at) == (1, draft.due_at + timedelta(days=1))
    twice = once.reminded(draft.due_at + timedelta(days=1))
    assert (twice.reminders, twice.due_at) == (2, None)


def test_without_a_chair_moderators_are_reminded_at_once(draft: Minutes) -> None:
    alone = replace(draft, chair=0).reminded(CLOSED)
    assert (alone.reminders, alone.due_at) == (2, None)


def test_a_correction_is_decided_once() -> None:
    erratum = Erratum(ErratumId(1), SittingId(1), CommunityId(1), "key", 5, "到场是17人", CLOSED)
    accepted = erratum.decided(Verdict.ACCEPTED, 7, CLOSED)
    assert accepted.decided(Verdict.ACCEPTED, 8, CLOSED) is accepted
    with pytest.raises(DecidedAlready):
        accepted.decided(Verdict.DECLINED, 8, CLOSED, "不对")


def test_a_motion_is_written_down_with_its_exact_words_and_eight_digits() -> None:
    item, words = made_up_item(), "同意装一部电梯。"
    wording = Wording(item.id, 2, words, digest_of(words), CLOSED, 7)
    result = Result(9, 2, 1, Outcome.ADOPTED)
    treated = Treated(SittingId(1), item.id, 1, CLOSED, 7, CLOSED, voted=True, result=result)
    matter = matter_of(item, treated, wording, ())
    assert matter.motion is not None
    assert (matter.motion.version, matter.motion.words) == (2, words)
    assert matter.motion.digest == digest_of(words)[:8]
    assert matter.result == result


def test_what_was_only_talked_about_has_no_motion_and_no_result() -> None:
    item, words = made_up_item(), "同意装一部电梯。"
    wording = Wording(item.id, 2, words, digest_of(words), CLOSED, 7)
    treated = Treated(SittingId(1), item.id, 1, CLOSED, 7, CLOSED, talk_only=WhyTalkOnly.LATE)
    matter = matter_of(item, treated, wording, ())
    assert (matter.motion, matter.result, matter.talk_only) == (None, None, WhyTalkOnly.LATE)


def test_what_was_not_reached_is_written_down_too() -> None:
    sitting = Sitting(SittingId(1), CommunityId(1), "key", CLOSED, None, CLOSED)
    session = Session(SittingId(1), CommunityId(1), CLOSED, 7, "1234", CLOSED, present=ENOUGH)
    matters = [Matter(ItemId(1), 1, "加装电梯")]
    record = record_of(sitting, session, matters, [made_up_item(2)], "活动室", None)
    assert [left.number for left in record.left] == [2]


def test_of_a_sitting_that_was_never_opened_there_are_no_minutes() -> None:
    sitting = Sitting(SittingId(1), CommunityId(1), "key", CLOSED, None, CLOSED)
    session = Session(SittingId(1), CommunityId(1), None, 0, "", CLOSED, adjourned=True, present=ENOUGH)
    with pytest.raises(ValueError, match="only of what was held"):
        record_of(sitting, session, (), (), "活动室", None)
