"""Announcements as views meet them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.announcements.forms import AnnouncementDraft, Sight
from bot.announcements.model import Announcement, AnnouncementId, Audience, Progress, Whom
from bot.kit.people import CommunityId
from bot.roles.model import Role

MOST = 1000
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
OUTCOMES = ("sent", "", "withdrawn", "bot was blocked by the user", "chat not found", "bot was kicked from the")


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the types of this feature."""
    written = texts.map(lambda text: text[:MOST])
    progress = st.builds(Progress, _announcements(written), _tallies(), st.just(NOW))
    return {
        Audience: _audiences(),
        Announcement: _announcements(written),
        AnnouncementDraft: _drafts(written),
        Progress: progress,
        Sequence[Progress]: st.lists(progress, max_size=3),
        Sight: _sights(written, names),
        "english": written,
        "author": names,
    }


def _buildings() -> SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(1, 99), max_size=40, unique=True).map(lambda found: tuple(sorted(found)))


def _audiences() -> SearchStrategy[Audience]:
    return st.builds(Audience, st.sampled_from(Whom), _buildings(), st.none() | st.sampled_from(Role))


def _moments() -> SearchStrategy[datetime]:
    return st.integers(-1000, 100_000).map(lambda minutes: NOW + timedelta(minutes=minutes))


def _tallies() -> SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(OUTCOMES), st.integers(1, 3500))


def _announcements(texts: SearchStrategy[str]) -> SearchStrategy[Announcement]:
    return st.builds(
        Announcement,
        id=st.integers(1, 10**6).map(AnnouncementId),
        community=st.just(CommunityId(1)),
        key=st.just("1000000-999999999"),
        author=st.just(5000005),
        audience=_audiences(),
        text=texts,
        english=texts,
        urgent=st.booleans(),
        due_at=_moments(),
        total=st.integers(1, 3500),
        reached=st.just(0),
        complete=st.booleans(),
        look_at=st.none() | _moments(),
        started_at=st.none() | _moments(),
        cancelled=st.booleans(),
        result=_tallies(),
    )


def _drafts(texts: SearchStrategy[str]) -> SearchStrategy[AnnouncementDraft]:
    return st.builds(
        AnnouncementDraft,
        key=st.just("1000000-999999999"),
        whom=st.sampled_from(Whom),
        buildings=_buildings(),
        buildings_said=st.booleans(),
        role=st.none() | st.sampled_from(Role),
        text=st.just("") | texts,
        english=st.just("") | texts,
        adding=st.booleans(),
        at=st.none() | _moments(),
    )


def _sights(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Sight]:
    return st.builds(
        Sight,
        draft=_drafts(texts),
        author=names,
        buildings=st.lists(st.integers(1, 99), max_size=40, unique=True),
        most=st.just(MOST),
        readers=st.integers(1, 3500),
        now=st.just(NOW),
        today=st.just(date(2026, 11, 25)),
        awake_at=st.sampled_from((NOW, NOW + timedelta(hours=9))),
        moments=st.lists(_moments(), max_size=3),
    )
