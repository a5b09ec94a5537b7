"""The rule of a vote: who is asked, how a ballot looks, how many must take part, and how many must agree.

A tie always fails. Who is against everything on offer can say so on the ballot (field notes F1, F2).
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.votes.model.flaws import Flaw, UnfitRule
from bot.votes.model.share import Share

YES, NO, NOTHING = "yes", "no", "abstain"
"""How these are written in records; no option may be called so."""
AGAINST_ALL = "都不同意"
"""The option that stands on every ballot with options."""
LONGEST_OPTION, MOST_OPTIONS = 100, 20


class Electorate(StrEnum):
    """One ballot for each."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"
    OWNERS = "owners"
    """By heads; the dual majority is `bot.votes.model.owners`."""
    COUNCIL = "council"


class Kind(StrEnum):
    """What a ballot may say; abstaining is always possible."""

    YES_NO = "yes_no"
    CHOOSE = "choose"
    """So many options at the most."""
    APPROVAL = "approval"
    """As many options as one can live with."""
    RANKED = "ranked"
    """Options in the order of preference; those left out come last together. Counted by Schulze's method."""


class Base(StrEnum):
    """Of what a share is asked: four different numbers."""

    ENTITLED = "entitled"
    PRESENT = "present"
    CAST = "cast"
    """Ballots, abstentions included."""
    CAST_WITHOUT_ABSTENTIONS = "cast_without_abstentions"


@dataclass(frozen=True)
class Hurdle:
    """A share of something that has to be reached."""

    of: Base
    share: Share


@dataclass(frozen=True)
class Rule:
    """Raises UnfitRule. Ballots in numbers, whatever the electorate: weighted ones are `bot.votes.model.owners`."""

    electorate: Electorate
    kind: Kind
    threshold: Hurdle | None
    """What yes, or the leading option, must reach; None where having the most is enough. Of ranked ballots count those
    that put the winner before 都不同意."""
    quorum: Hurdle | None = None
    """What all ballots together must reach, abstentions included."""
    options: tuple[str, ...] = ()
    most: int = 1
    """How many options a ballot may name at the most, where it chooses."""
    building: int | None = None
    """Only those who live, or own something, in this one."""

    def __post_init__(self) -> None:
        for flaw in (self._flaw_of_shares(), self._flaw_of_options(), self._flaw_of_electorate()):
            if flaw is not None:
                raise UnfitRule(flaw)

    @property
    def sides(self) -> tuple[str, ...]:
        """All that a ballot can say."""
        return self.options or (YES, NO)

    @property
    def against(self) -> str:
        """The side that changes nothing when it wins."""
        return AGAINST_ALL if self.options else NO

    def _flaw_of_shares(self) -> Flaw | None:
        if any(hurdle is not None and not _possible(hurdle.share) for hurdle in (self.quorum, self.threshold)):
            return Flaw.SHARE
        if self.quorum is not None and self.quorum.of not in {Base.ENTITLED, Base.PRESENT}:
            return Flaw.QUORUM_BASE
        if self.kind is not Kind.YES_NO:
            return None
        if self.threshold is None:
            return Flaw.NO_THRESHOLD
        return _flaw_of_majority(self.threshold)

    def _flaw_of_options(self) -> Flaw | None:
        if self.kind is Kind.YES_NO:
            return Flaw.OPTIONS_OF_YES_NO if self.options else Flaw.MOST if self.most != 1 else None
        highest = len(self.options) - 1 if self.kind is Kind.CHOOSE else 1
        found = {
            Flaw.OPTION_UNREADABLE: not all(map(readable, self.options)),
            Flaw.OPTION_RESERVED: not {YES, NO, NOTHING}.isdisjoint(self.options),
            Flaw.OPTION_TWICE: len(set(self.options)) < len(self.options),
            Flaw.NOT_AGAINST_ALL: AGAINST_ALL not in self.options,
            Flaw.TOO_FEW_OPTIONS: len(self.options) < 2,
            Flaw.TOO_MANY_OPTIONS: len(self.options) > MOST_OPTIONS,
            Flaw.MOST: not 1 <= self.most <= highest,
        }
        return next((flaw for flaw, there in found.items() if there), None)

    def _flaw_of_electorate(self) -> Flaw | None:
        if self.building is None:
            return None
        return Flaw.BUILDING if self.building < 1 or self.electorate is Electorate.COUNCIL else None


def readable(written: str) -> bool:
    """Whether an option can be read on one line."""
    return 0 < len(written) <= LONGEST_OPTION and written.isprintable() and written == written.strip()


def _possible(share: Share) -> bool:
    return 0 < share.fraction <= 1 and not (share.strict and share.fraction == 1)


def _flaw_of_majority(threshold: Hurdle) -> Flaw | None:
    half = Fraction(1, 2)
    if threshold.of is not Base.CAST_WITHOUT_ABSTENTIONS or threshold.share.fraction > half:
        return None
    if threshold.share.fraction < half:
        return Flaw.MINORITY
    return None if threshold.share.strict else Flaw.TIE
