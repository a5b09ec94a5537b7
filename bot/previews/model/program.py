"""The agenda of one sitting as people are to see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.agenda.model.item import Item, notice_days
from bot.attendance.model.rsvp import Counted, Signup
from bot.config import Community
from bot.previews.model.notice import Publication, Slot, WhyTalkOnly, deadline, why_talk_only
from bot.sittings.model.sitting import Sitting


@dataclass(frozen=True)
class Entry:
    """One item of it."""

    number: int
    """On this agenda, from 1, without gaps."""
    item: Item
    days: int
    """The notice that it needs."""
    why: WhyTalkOnly | None
    """Why it is only talked about; None where it is, or still can be, voted."""
    words: str = ""
    """Its frozen wording; empty while there is none."""
    papers: int = 0
    """How many can be read with it, where that was asked for."""


@dataclass(frozen=True)
class Program:
    """Everything that stands on an agenda is in it: nothing can be hidden from a preview (row R101)."""

    sitting: Sitting
    place: str
    preview_days: int
    entries: Sequence[Entry]
    counted: Counted
    locked: bool = False
    """Whether the preview is out; until then it may change."""
    following: bool = False
    """Whether this is the very next sitting."""
    today: bool = False
    """Whether there is one today, this or another: it may have begun."""
    off: Sitting | None = None
    """The last before it that was called off, for who would come in vain."""
    signup: Signup | None = None
    """Of whoever looks at it."""
    posted: bool = False
    """Whether they have asked to be told of every sitting."""


def entries_of(
    items: Sequence[Item],
    sitting: Sitting,
    slots: Sequence[Slot],
    publications: Sequence[Publication],
    settings: Community,
    now: datetime,
) -> Sequence[Entry]:
    """The items in their order. What the group has not had yet can be voted as long as it may still come in time."""
    found = []
    for number, item in enumerate(items, 1):
        days = notice_days(item.scope, settings)
        why = why_talk_only(item, sitting, slots, publications, settings)
        hopeful = why is WhyTalkOnly.NOT_YET and now <= deadline(sitting, days)
        found.append(Entry(number, item, days, None if hopeful else why))
    return found
