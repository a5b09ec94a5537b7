"""Counting a vote of heads: the numbers, each with its name, and what they mean under the rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.votes.model.ballot import Choice, checked
from bot.votes.model.ranked import Duels, duels, winners
from bot.votes.model.rule import AGAINST_ALL, YES, Base, Hurdle, Kind, Rule
from bot.votes.model.share import Reached


class Outcome(StrEnum):
    CARRIED = "carried"
    LOST = "lost"
    NO_QUORUM = "no_quorum"
    """Whatever the ballots say, too few took part."""
    TIE = "tie"
    """The leading sides have the same number. It fails as what is lost does."""


class ImpossibleCount(ValueError):
    """Numbers that cannot belong together; the message says which."""


@dataclass(frozen=True)
class Count:
    """What was counted, and every number that explains the outcome."""

    outcome: Outcome
    bases: Mapping[Base, int]
    """The denominators; those present only where somebody counted them."""
    votes: Mapping[str, int]
    """Each side → how many ballots name it; where they rank, how many name it first."""
    leaders: tuple[str, ...]
    """Who has the most, or beats all others; several in a tie, none where nobody chose anything."""
    quorum: Reached | None
    threshold: Reached | None
    """How far yes, or the only leading option, got; None where the rule asks for nothing or no option leads."""
    duels: Duels

    @property
    def passed(self) -> bool:
        return self.outcome is Outcome.CARRIED

    @property
    def winner(self) -> str | None:
        return self.leaders[0] if self.passed else None

    @property
    def abstained(self) -> int:
        return self.bases[Base.CAST] - self.bases[Base.CAST_WITHOUT_ABSTENTIONS]


def count(rule: Rule, entitled: int, present: int | None, ballots: Iterable[Choice]) -> Count:
    """One ballot a voter. Raises BadChoice or ImpossibleCount. The order of ballots does not matter."""
    cast = [checked(rule, ballot) for ballot in ballots]
    bases = _bases(rule, entitled, present, cast)
    won = duels(rule.options, cast) if rule.kind is Kind.RANKED else {}
    votes = _votes(rule, cast)
    leaders = _leaders(rule, votes, won)
    quorum = _reached(rule.quorum, bases, len(cast))
    threshold = _reached(rule.threshold, bases, _in_favour(rule, votes, leaders, won))
    return Count(_outcome(rule, leaders, quorum, threshold), bases, votes, leaders, quorum, threshold, won)


def _bases(rule: Rule, entitled: int, present: int | None, cast: list[Choice]) -> dict[Base, int]:
    if entitled < 1:
        raise ImpossibleCount("nobody is entitled")
    if len(cast) > entitled:
        raise ImpossibleCount(f"{len(cast)} ballots, but {entitled} entitled")
    bases = {Base.ENTITLED: entitled, Base.CAST: len(cast)}
    bases[Base.CAST_WITHOUT_ABSTENTIONS] = sum(1 for choice in cast if choice)
    if present is not None:
        if not len(cast) <= present <= entitled:
            raise ImpossibleCount(f"{present} present, but {len(cast)} ballots and {entitled} entitled")
        bases[Base.PRESENT] = present
    elif any(hurdle is not None and hurdle.of is Base.PRESENT for hurdle in (rule.quorum, rule.threshold)):
        raise ImpossibleCount("the rule asks how many were present, and nobody says it")
    return bases


def _votes(rule: Rule, cast: list[Choice]) -> dict[str, int]:
    votes = dict.fromkeys(rule.sides, 0)
    for choice in cast:
        for side in choice[:1] if rule.kind is Kind.RANKED else choice:
            votes[side] += 1
    return votes


def _leaders(rule: Rule, votes: Mapping[str, int], won: Duels) -> tuple[str, ...]:
    most = max(votes.values())
    if most == 0:
        return ()
    if rule.kind is Kind.RANKED:
        return winners(rule.options, won)
    return tuple(side for side, number in votes.items() if number == most)


def _in_favour(rule: Rule, votes: Mapping[str, int], leaders: tuple[str, ...], won: Duels) -> int | None:
    """What is held against the threshold, if anything can pass."""
    if rule.kind is Kind.YES_NO:
        return votes[YES]
    if len(leaders) != 1 or leaders[0] == AGAINST_ALL:
        return None
    return won[leaders[0], AGAINST_ALL] if rule.kind is Kind.RANKED else votes[leaders[0]]


def _reached(hurdle: Hurdle | None, bases: Mapping[Base, int], part: int | None) -> Reached | None:
    return None if hurdle is None or part is None else Reached(part, bases[hurdle.of], hurdle.share)


def _outcome(rule: Rule, leaders: tuple[str, ...], quorum: Reached | None, threshold: Reached | None) -> Outcome:
    if quorum is not None and not quorum.met:
        return Outcome.NO_QUORUM
    if len(leaders) > 1:
        return Outcome.TIE
    if not leaders or leaders[0] == rule.against or (threshold is not None and not threshold.met):
        return Outcome.LOST
    return Outcome.CARRIED
