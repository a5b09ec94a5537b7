"""What may be voted, at the second; and what time brings about for a preview."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.agenda.model.item import Item, ItemId, Scope
from bot.agenda.model.steps import Step
from bot.config import Community, Config
from bot.kit.people import CommunityId
from bot.previews.model.notice import Publication, Slot, WhyTalkOnly, lock_at, to_lock, why_talk_only
from bot.previews.model.program import entries_of
from bot.previews.model.tasks import Task, plan
from bot.sittings.model.sitting import Sitting, SittingId
from tests.communities import like

START = datetime(2026, 12, 2, 11, tzinfo=UTC)
"""Wednesday, 19 o'clock in Shanghai."""
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
SITTING = Sitting(SittingId(2), CommunityId(1), "rule-1-2026-49", START, None, START - timedelta(weeks=4))


@pytest.fixture
def settings(config: Config) -> Community:
    return config.community


def item(**changed: Any) -> Item:
    long_ago = START - timedelta(weeks=8)
    made = Item(
        ItemId(7), CommunityId(1), 3, "1-1", 5000003, "楼道换灯", "3号楼", "灯坏了", "换成声控灯", long_ago,
        Step.REVIEWING, long_ago, scope=Scope.COUNCIL, version=1, sitting=SITTING.id, position=1, minutes=10,
    )  # fmt: skip
    return replace(made, **changed)


def slot(version: int = 1, days: int = 7, scope: Scope = Scope.COUNCIL) -> Slot:
    return Slot(SITTING.id, ItemId(7), version, 1, 10, days, scope)


def published(before: timedelta | None, days: int = 7) -> Publication:
    """The group had it so long before the start."""
    return Publication(SITTING.id, days, START - timedelta(hours=169), None if before is None else START - before)


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (168 * HOUR + SECOND, None),
        (168 * HOUR, None),
        (168 * HOUR - SECOND, WhyTalkOnly.LATE),
        (None, WhyTalkOnly.NOT_YET),
    ],
)
def test_the_group_must_have_it_seven_days_before_to_the_second(
    settings: Community, before: timedelta | None, why: WhyTalkOnly | None
) -> None:
    assert why_talk_only(item(), SITTING, [slot()], [published(before)], settings) is why


@pytest.mark.parametrize(
    ("before", "why"), [(360 * HOUR, None), (360 * HOUR - SECOND, WhyTalkOnly.LATE), (168 * HOUR, WhyTalkOnly.LATE)]
)
def test_owners_have_fifteen_days(settings: Community, before: timedelta, why: WhyTalkOnly | None) -> None:
    owners, locked = item(scope=Scope.OWNERS), [slot(days=15, scope=Scope.OWNERS)]
    assert why_talk_only(owners, SITTING, locked, [published(before, 15)], settings) is why


@pytest.mark.parametrize("scope", [Scope.OWNERS, Scope.RESIDENTS, None])
def test_whose_matter_it_is_stays_as_the_group_was_told(settings: Community, scope: Scope | None) -> None:
    other = item(scope=scope)
    assert why_talk_only(other, SITTING, [slot()], [published(168 * HOUR)], settings) is WhyTalkOnly.RESCOPED


@pytest.mark.parametrize(
    ("found", "locked", "why"),
    [
        (item(sitting=SittingId(3)), [slot()], WhyTalkOnly.GONE),
        (item(sitting=None, step=Step.DROPPED), [slot()], WhyTalkOnly.GONE),
        (item(step=Step.DELIBERATING), [slot()], WhyTalkOnly.WRONG_STEP),
        (item(step=Step.DONE), [slot()], WhyTalkOnly.WRONG_STEP),
        (item(version=0), [], WhyTalkOnly.NO_WORDING),
        (item(), [], WhyTalkOnly.ADDED),
        (item(version=2), [slot()], WhyTalkOnly.REWORDED),
        (item(version=2), [slot(version=2)], None),
        (item(step=Step.RESOLVING), [slot()], None),
    ],
)
def test_what_is_not_as_it_was_locked_is_talked_about(
    settings: Community, found: Item, locked: list[Slot], why: WhyTalkOnly | None
) -> None:
    assert why_talk_only(found, SITTING, locked, [published(168 * HOUR)], settings) is why


@pytest.mark.parametrize(("before", "why"), [(168 * HOUR, None), (168 * HOUR - SECOND, WhyTalkOnly.SHORT)])
def test_a_sitting_called_later_than_the_notice_votes_nothing(
    settings: Community, before: timedelta, why: WhyTalkOnly | None
) -> None:
    called = replace(SITTING, called_by=5000005, called_at=START - before)
    assert why_talk_only(item(), called, [slot()], [published(before)], settings) is why


@pytest.mark.parametrize(("since", "why"), [(timedelta(), None), (SECOND, WhyTalkOnly.NOT_YET)])
def test_it_may_be_voted_as_long_as_the_group_can_still_have_it_in_time(
    settings: Community, since: timedelta, why: WhyTalkOnly | None
) -> None:
    now = START - 168 * HOUR + since
    [entry] = entries_of([item()], SITTING, [slot()], [published(None)], settings, now)
    assert (entry.number, entry.days, entry.why) == (1, 7, why)


def test_only_what_is_ready_and_needs_this_notice_is_locked(settings: Community) -> None:
    items = [
        item(),
        item(id=ItemId(8), version=0),
        item(id=ItemId(9), step=Step.DELIBERATING),
        item(id=ItemId(10), scope=Scope.OWNERS),
        item(id=ItemId(11), scope=None),
    ]
    assert [one.item for one in to_lock(items, SITTING, 7, settings)] == [7, 11]
    assert [one.item for one in to_lock(items, SITTING, 15, settings)] == [10]


def test_it_is_locked_an_hour_before_the_group_must_have_it(settings: Community) -> None:
    assert lock_at(SITTING, 7, settings) == START - 169 * HOUR
    assert lock_at(SITTING, 15, settings) == START - 361 * HOUR
    earlier = like(settings, agenda={"lock_hours": 5})
    assert lock_at(SITTING, 7, earlier) == START - 173 * HOUR


def test_all_that_has_to_be_done_is_planned_once_for_each_notice(settings: Community) -> None:
    planned = [(due.task, due.days, START - due.due_at) for due in plan(SITTING, settings, SITTING.called_at)]
    assert planned == [
        (Task.LOCK, 15, 361 * HOUR),
        (Task.LOCK, 7, 169 * HOUR),
        (Task.CHECK, 15, 360 * HOUR - SECOND),
        (Task.CHECK, 7, 168 * HOUR - SECOND),
        (Task.UNPIN, 7, -3 * HOUR),
    ]


def test_of_what_is_called_late_nothing_has_to_be_checked(settings: Community) -> None:
    late = plan(SITTING, settings, START - 72 * HOUR)
    assert [due.task for due in late] == [Task.LOCK, Task.LOCK, Task.UNPIN]


def test_where_both_notices_are_as_long_there_is_one(settings: Community) -> None:
    same = like(settings, agenda={"owners_notice_days": 7})
    assert [due.task for due in plan(SITTING, same, SITTING.called_at)] == [Task.LOCK, Task.CHECK, Task.UNPIN]
