"""Badges: worked out from the ledger each time somebody looks, never counted up. A reversed entry is one deed fewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.config import HonourRules
from bot.honours.model.certificate import Honour
from bot.points.model.ledger import Rule

COUNTS: Final[Mapping[Honour, tuple[Rule, ...]]] = {
    Honour.REGULAR: (Rule.ATTENDING,),
    Honour.SHARP_EYE: (Rule.CONCERN,),
    Honour.VOLUNTEER: (Rule.VOLUNTEERING, Rule.TASK),
    Honour.SORTER: (Rule.SORTING,),
    Honour.LEARNER: (Rule.QUEST,),
}
"""Whose entries each badge counts. Voting has none: nobody shall vote for a badge."""


@dataclass(frozen=True)
class Badge:
    """How far somebody is; `needed` deeds make it theirs."""

    honour: Honour
    done: int
    needed: int

    @property
    def held(self) -> bool:
        return self.done >= self.needed


@dataclass(frozen=True)
class Mine:
    """One's own badges, the years in which one was a pioneer, and whether one wants to stand in no list."""

    badges: Sequence[Badge]
    pioneer: Sequence[int]
    opted_out: bool


def badges(deeds: Mapping[Rule, int], rules: HonourRules) -> Sequence[Badge]:
    """All of them, from how often each rule has paid somebody."""
    return [_badge(honour, deeds, rules) for honour in COUNTS]


def just_earned(deeds: Mapping[Rule, int], rule: Rule, rules: HonourRules) -> Honour | None:
    """The badge that the latest deed, by `rule`, has completed."""
    for honour, counted in COUNTS.items():
        badge = _badge(honour, deeds, rules)
        if rule in counted and badge.done == badge.needed:
            return honour
    return None


def _badge(honour: Honour, deeds: Mapping[Rule, int], rules: HonourRules) -> Badge:
    needed: int = getattr(rules.badges, honour.value)
    return Badge(honour, sum(deeds.get(rule, 0) for rule in COUNTS[honour]), needed)
