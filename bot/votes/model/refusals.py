"""Why something cannot be done with a vote."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.kit.refusals import Overstep, Refused


class NoVote(Refused):
    """There is no such vote in this community."""


class GuideNeverDecides(Overstep, Refused):
    """A guide advises: casts no ballot, and opens, extends and annuls no vote, whatever else they are."""


@dataclass(eq=False)
class VoteOver(Refused):
    number: int
    annulled: bool


class WhyNot(StrEnum):
    """Why somebody has no ballot in a vote."""

    NO_HOME = "no_home"
    """They had not joined when it was opened, and have not since."""
    MINOR = "minor"
    CAME_LATER = "came_later"
    """They live here, but not on the roll that was frozen at the opening, or somewhere else by then."""
    OTHER_BUILDING = "other_building"
    NO_OWNER = "no_owner"
    """Of no unit, or not the one of its owners who votes for it."""
    NO_COUNCIL = "no_council"
    """Only representatives are asked."""
    REPRESENTED = "represented"
    """The household has named another to cast its ballot."""


@dataclass(eq=False)
class NotEntitled(Refused):
    number: int
    why: WhyNot
    name: str = ""
    """Who casts it, where the household has named somebody."""


@dataclass(eq=False)
class BallotStands(Refused):
    """By the rule of this vote a ballot is not cast anew, or it was cast in another way that counts first."""

    number: int


@dataclass(eq=False)
class NotOnThisRoll(Refused):
    """No such door and no such owner has a ballot in this vote."""

    number: int


@dataclass(eq=False)
class BallotUnfit(Refused):
    """No ballot may say this. It carries no choice."""

    number: int


@dataclass(eq=False)
class NotVotable(Refused):
    """A vote is opened while its item is open at the sitting, for items that the group had in time."""

    number: int
    """The item's."""


@dataclass(eq=False)
class VoteRuns(Refused):
    """One at a time on an item."""

    number: int
    """Of the vote."""


@dataclass(eq=False)
class PeriodUnfit(Refused):
    """Everybody has an evening and a day of a weekend for it; it may close from `earliest` to `latest`."""

    earliest: datetime
    latest: datetime


class NobodyEntitled(Refused):
    """The roll has nobody of those who are asked."""


class MustBeNamed(Refused):
    """Votes by area are never secret: weights would tell whose a ballot is."""


class OptionsDiffer(Refused):
    """What a ballot can say is what the group has read in the preview, and nothing else."""


@dataclass(eq=False)
class BelowCharterMajority(Refused):
    """The charter changes by a vote of all households, yes or no, with so large a part of all ballots."""

    majority: str


class RuleOfPresent(Refused):
    """Who is present is counted where hands are raised; a vote that runs for days has nobody present."""


@dataclass(eq=False)
class CardMissing(Refused):
    """Not all is said of each option, or there are too few of them (then empty)."""

    option: str


@dataclass(eq=False)
class ExtendedBefore(Refused):
    number: int


@dataclass(eq=False)
class NotExtended(Refused):
    """It would not close later than it does."""

    number: int
    closes_at: datetime


@dataclass(eq=False)
class VoteReasonUnfit(Refused):
    """No words, or too many."""

    most: int


@dataclass(eq=False)
class TooFewToShow(Refused):
    """Who took part is told only where the quorum is met, and by `least` ballots."""

    number: int
    least: int
