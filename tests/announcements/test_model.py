"""Why somebody does not have it, and how long it still takes."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.announcements.model import Announcement, AnnouncementId, Audience, Progress, Whom, Why, why
from bot.announcements.views import HOLDERS, REASONS
from bot.delivery.botapi import PERMANENT
from bot.kit.people import CommunityId
from bot.roles.model import Role

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)


def going(tally: dict[str, int], seconds: float, total: int = 3500) -> Progress:
    one = Announcement(
        AnnouncementId(1), CommunityId(1), "key", 5000005, Audience(Whom.JOINED), "停水", "", False, NOW, total,
        look_at=NOW, started_at=NOW,
    )  # fmt: skip
    return Progress(one, tally, NOW + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        ("bot was blocked by the user", Why.BLOCKED),
        ("bot can't initiate conversation with a user", Why.NEVER_STARTED),
        ("chat not found", Why.NEVER_STARTED),
        ("user is deactivated", Why.GONE),
        ("bot was kicked from the", Why.KICKED),
        ("have no rights to send a message", Why.NO_RIGHTS),
        ("can't parse entities", Why.OTHER),
        ("missed", Why.OTHER),
    ],
)
def test_telegrams_words_have_a_reason(outcome: str, reason: Why) -> None:
    assert why(outcome) is reason


def test_every_reason_and_role_has_words() -> None:
    assert set(REASONS) == set(Why)
    assert set(HOLDERS) == set(Role)
    assert {why(words) for words in PERMANENT} >= set(Why) - {Why.OTHER}


@pytest.mark.parametrize(
    ("sent", "seconds", "minutes"),
    [(0, 10, None), (25, 0, None), (1500, 60, 2), (1750, 60, 1), (3500, 140, 1), (1000, 60, 3), (875, 60, 3)],
)
def test_minutes_left_at_the_pace_so_far(sent: int, seconds: float, minutes: int | None) -> None:
    assert going({"sent": sent}, seconds).minutes_left == minutes


def test_what_is_owed_or_withdrawn_has_not_failed() -> None:
    found = going({"sent": 5, "": 3, "withdrawn": 2, "bot was blocked by the user": 1}, 1)
    assert (found.arrived, found.owed, found.done, found.failures) == (5, 3, 6, {Why.BLOCKED: 1})
