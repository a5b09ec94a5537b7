"""结果说明: what is made public of a closed vote, how it becomes final, and the resolution that comes of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.outcomes.model.tally import Counted, Tally, counted
from bot.votes.model.count import Outcome
from bot.votes.model.owners import OwnersCount, Stand
from bot.votes.model.rule import AGAINST_ALL, YES, Base, Electorate
from bot.votes.model.vote import Secrecy, Vote, VoteId


class Stage(StrEnum):
    NOTICE = "notice"
    """公示: objections are heard."""
    FINAL = "final"
    """It stands."""
    ANEW = "anew"
    """An objection was upheld: it does not stand, and is decided anew."""


@dataclass(frozen=True)
class Resolution:
    """决议: it names who was asked and how many were for it. There is none without a vote that was carried."""

    number: int
    """Counts in its community."""
    vote: VoteId
    electorate: Electorate
    entitled: int
    ballots: int
    agreed: int
    """For it; where options were ranked, how many put the winner before 都不同意."""
    winner: str
    """`yes`, or the option."""
    at: datetime
    """From then on it holds."""


@dataclass(frozen=True)
class Statement:
    """Of one closed vote; an annulled one has none."""

    vote: Vote
    item_number: int
    tally: Tally
    digest: str
    """SHA-256 of the published record, in hex."""
    stated_at: datetime
    stage: Stage
    until: datetime | None = None
    """Objections are heard before this second; None where nothing was decided, or the item had moved on before."""
    due_at: datetime | None = None
    """When it may become final, as long as that is ahead."""
    resolution: Resolution | None = None

    @property
    def counted(self) -> Counted:
        return counted(self.tally)

    @property
    def outcome(self) -> Outcome:
        return self.counted.outcome

    @property
    def has_receipts(self) -> bool:
        """Whether its record holds receipts, not names."""
        return self.vote.secrecy is Secrecy.DETACHED

    def takes_objections(self, now: datetime) -> bool:
        return self.stage is Stage.NOTICE and self.until is not None and now < self.until

    def waits_for_verdict(self) -> "Statement":
        """Its days are over, and nobody has decided on an objection."""
        return replace(self, due_at=None)

    def set_aside(self) -> "Statement":
        return replace(self, stage=Stage.ANEW, due_at=None)

    def final(self) -> "Statement":
        return replace(self, stage=Stage.FINAL, due_at=None)


def resolution_of(statement: Statement, at: datetime) -> Resolution | None:
    """What was carried becomes a resolution; the opinion that owners were asked for never does. Without its number."""
    found, vote = statement.counted, statement.vote
    if not found.passed or vote.advisory:
        return None
    if isinstance(found, OwnersCount):
        entitled, ballots = found.entitled.persons, found.participating.persons
        agreed, winner = found.stands[Stand.YES].persons, YES
    else:
        entitled, ballots = found.bases[Base.ENTITLED], found.bases[Base.CAST]
        winner = found.winner or YES
        agreed = found.duels[winner, AGAINST_ALL] if found.duels else found.votes[winner]
    return Resolution(0, vote.id, vote.rule.electorate, entitled, ballots, agreed, winner, at)


def becomes_final(statement: Statement, at: datetime) -> Statement:
    """With its resolution, where one comes of it."""
    return replace(statement.final(), resolution=resolution_of(statement, at))


@dataclass(frozen=True)
class Shelf:
    """A page of them, the latest first."""

    statements: tuple[Statement, ...]
    page: int
    pages: int
