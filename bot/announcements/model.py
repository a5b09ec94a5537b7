"""An announcement: whom it is for, how far it has gone, and why some do not have it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.kit.events import Event
from bot.kit.people import CommunityId, Language, Reader
from bot.kit.refusals import Refused
from bot.roles.model import Role

AnnouncementId = NewType("AnnouncementId", int)

OWED = ""
"""In a tally of the outbox: what has not gone out yet."""
SENT, WITHDRAWN = "sent", "withdrawn"
FAR = timedelta(days=90)
"""So far ahead can one be planned."""


class Whom(StrEnum):
    """Kinds of readers; one letter in a button."""

    UNSAID = ""
    GROUP = "g"
    """The community's group: one message."""
    JOINED = "a"
    """热心居民: all who have joined, each in private."""
    BUILDINGS = "b"
    """Of those, who live in some buildings."""
    ROLE = "r"
    """Who holds a role."""


@dataclass(frozen=True)
class Audience:
    whom: Whom
    buildings: tuple[int, ...] = ()
    role: Role | None = None


@dataclass(frozen=True)
class Announcement:
    """`english` is for those who read English; where it is empty they get what was written."""

    id: AnnouncementId
    community: CommunityId
    key: str
    author: int
    """Telegram id of who sends it; 0 once their data has been deleted."""
    audience: Audience
    text: str
    english: str
    urgent: bool
    """Goes out in the quiet hours too."""
    due_at: datetime
    total: int = 0
    """So many readers did it have when it began."""
    reached: int = 0
    """Telegram id of the last one whose message was queued; they are written to in this order."""
    complete: bool = False
    """Everybody's message is queued."""
    look_at: datetime | None = None
    """When it goes on; None when it is over."""
    started_at: datetime | None = None
    cancelled: bool = False
    result: Mapping[str, int] = field(default_factory=dict)
    """Once it is over: how many messages ended how."""

    @property
    def causes(self) -> str:
        """How the causes of its messages begin."""
        return f"announcement-{self.id}-"

    @property
    def over(self) -> bool:
        return self.look_at is None

    def wording(self, language: Language) -> str:
        return self.english if language == "en" and self.english else self.text


class Why(StrEnum):
    """Why somebody does not have it, in the order in which it is told."""

    BLOCKED = "blocked"
    NEVER_STARTED = "never_started"
    GONE = "gone"
    KICKED = "kicked"
    NO_RIGHTS = "no_rights"
    OTHER = "other"


_WORDS = {
    "blocked": Why.BLOCKED,
    "initiate": Why.NEVER_STARTED,
    "chat not found": Why.NEVER_STARTED,
    "user not found": Why.NEVER_STARTED,
    "peer_id_invalid": Why.NEVER_STARTED,
    "deactivated": Why.GONE,
    "deleted": Why.GONE,
    "kicked": Why.KICKED,
    "not a member": Why.KICKED,
    "rights": Why.NO_RIGHTS,
    "forbidden": Why.NO_RIGHTS,
    "restricted": Why.NO_RIGHTS,
    "topic": Why.NO_RIGHTS,
    "thread": Why.NO_RIGHTS,
}


def why(outcome: str) -> Why:
    """What Telegram's word for a failure means."""
    return next((reason for words, reason in _WORDS.items() if words in outcome), Why.OTHER)


@dataclass(frozen=True)
class Progress:
    """How far an announcement has gone, as of a moment."""

    announcement: Announcement
    tally: Mapping[str, int]
    at: datetime

    @property
    def arrived(self) -> int:
        return self.tally.get(SENT, 0)

    @property
    def owed(self) -> int:
        return self.tally.get(OWED, 0)

    @property
    def done(self) -> int:
        """Messages that have ended, well or not."""
        return self.arrived + sum(self.failures.values())

    @property
    def failures(self) -> Mapping[Why, int]:
        counted = dict.fromkeys(Why, 0)
        for outcome, number in self.tally.items():
            if outcome not in (OWED, SENT, WITHDRAWN):
                counted[why(outcome)] += number
        return {reason: number for reason, number in counted.items() if number}

    @property
    def total(self) -> int:
        return max(self.announcement.total, self.done)

    @property
    def minutes_left(self) -> int | None:
        """At the pace so far; None while nothing tells."""
        begun = self.announcement.started_at
        if begun is None or not self.done or self.at <= begun:
            return None
        left = (self.at - begun) * (self.total - self.done) / self.done
        return max(1, -(-left // timedelta(minutes=1)))


@dataclass(frozen=True)
class AnnouncementMade(Event):
    announcement: Announcement


@dataclass(frozen=True)
class AnnouncementDue(Event):
    """It is these readers' turn; the group's where there are none."""

    announcement: Announcement
    readers: tuple[Reader, ...]


@dataclass(frozen=True)
class AnnouncementProgressed(Event):
    progress: Progress


@dataclass(frozen=True)
class AnnouncementCancelled(Event):
    progress: Progress


class NoAnnouncement(Refused):
    """Nothing of this community, or not for this reader."""


class NoAnnouncementDraft(Refused):
    """This was sent or dropped before."""


@dataclass(eq=False)
class TextUnfit(Refused):
    """Empty or too long."""

    most: int


class NobodyThere(Refused):
    """Nobody would read it."""


class MomentUnfit(Refused):
    """It is over, or too far ahead."""


class NotInGroup(Refused):
    """There is no group to post it in."""
