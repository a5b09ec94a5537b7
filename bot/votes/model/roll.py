"""名册: who may cast how many ballots in a vote, as it was frozen when the vote was opened."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bot.votes.model.refusals import WhyNot
from bot.votes.model.vote import Vote

EntryId = NewType("EntryId", int)


class BallotsLost(Exception):
    """The key to them is not there, or somebody has changed them: they cannot be opened."""


class Origin(StrEnum):
    """How a ballot came in. However it came, each entry of the roll has one."""

    CHAT = "chat"
    PAPER = "paper"
    """Typed in by two people, alike."""


@dataclass(frozen=True)
class Entry:
    """One ballot: a household's, a person's, an owner's, a seat's."""

    id: EntryId
    label: str
    """The door as 3-2-501, the owner's name, the seat's holder; empty once they have had their data deleted."""
    building: int | None
    origin: Origin | None
    """None until a ballot was cast."""

    @property
    def voted(self) -> bool:
        return self.origin is not None


@dataclass(frozen=True)
class Standing:
    """A vote before one person."""

    vote: Vote
    entry: Entry | None
    """Of the roll; None where they have no ballot."""
    guide: bool
    """Whoever advises."""


@dataclass(frozen=True)
class Cast:
    """A ballot was cast, or counts already."""

    vote: Vote
    receipt: str
    """Shown once, to whoever cast it; empty where the vote is named."""
    again: bool
    """Whether one was cast before; the later counts."""


class Paper(StrEnum):
    """What became of a ballot on paper that somebody typed in."""

    WAITS = "waits"
    """For a second person."""
    DIFFERS = "differs"
    """The second has typed something else: both start anew."""
    COUNTS = "counts"


@dataclass(frozen=True)
class Typed:
    vote: Vote
    entry: Entry
    paper: Paper
    receipt: str = ""
    """For whoever handed it in; shown once, where it counts and is secret."""


@dataclass(frozen=True)
class Turnout:
    """参与率, which everybody may know at any time."""

    entitled: int
    took_part: int


@dataclass(frozen=True)
class Seen:
    """A vote as one person sees it."""

    vote: Vote
    turnout: Turnout
    entry: Entry | None
    """Theirs."""
    why_not: WhyNot | None
    """Why they have none."""
    manages: bool
    """May extend and annul it."""
    name: str = ""
    """Who casts it, where the household has named somebody."""
