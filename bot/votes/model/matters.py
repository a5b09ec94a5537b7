"""The rule that is bound to a matter: whoever opens a vote chooses among these, and writes none (row R015)."""

from fractions import Fraction

from bot.agenda.model.item import Scope
from bot.config import VoteRules
from bot.votes.model.any_rule import AnyRule, OwnersRule
from bot.votes.model.owners import Majority
from bot.votes.model.refusals import BelowCharterMajority
from bot.votes.model.rule import Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import at_least, more_than

ASKED = {
    Scope.COUNCIL: Electorate.COUNCIL,
    Scope.RESIDENTS: Electorate.HOUSEHOLDS,
    Scope.OWNERS: Electorate.OWNERS,
    Scope.GOVERNMENT: Electorate.RESIDENTS,
    Scope.CHARTER: Electorate.HOUSEHOLDS,
}
"""Whose matter it is → who is asked. Of the government's matters the residents say what they think."""


def yes_no(scope: Scope, rules: VoteRules, building: int | None = None) -> Rule:
    """More than half of those who say yes or no, with a quorum of the entitled; the charter asks for more."""
    if scope is Scope.CHARTER:
        return of_charter(rules)
    threshold = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2"))
    return Rule(ASKED[scope], Kind.YES_NO, threshold, _quorum(rules), building=_where(scope, building))


def among(
    scope: Scope, rules: VoteRules, kind: Kind, options: tuple[str, ...], building: int | None = None, *, most: int = 1
) -> Rule:
    """One of several options, chosen, approved or ranked; the leading one needs more than half where it is chosen.

    `options`: 都不同意 among them. `most`: so many a ballot may name where it chooses. Raises `UnfitRule`.
    """
    threshold = None if kind is Kind.RANKED else Hurdle(Base.CAST, more_than("1/2"))
    return Rule(ASKED[scope], kind, threshold, _quorum(rules), options, most, building=_where(scope, building))


def of_owners(majority: Majority) -> AnyRule:
    """民法典 278."""
    return OwnersRule(majority)


def of_charter(rules: VoteRules) -> Rule:
    """All households, yes or no, and a special majority of all ballots: abstaining helps nobody (row R102)."""
    threshold = Hurdle(Base.CAST, at_least(rules.charter_majority))
    return Rule(ASKED[Scope.CHARTER], Kind.YES_NO, threshold, _quorum(rules))


def check_charter(rule: AnyRule, rules: VoteRules) -> None:
    """Raises `BelowCharterMajority` for a rule that asks of fewer than `of_charter` does."""
    least = of_charter(rules)
    if not isinstance(rule, Rule) or rule.threshold is None or least.threshold is None or rule.quorum is None:
        raise BelowCharterMajority(rules.charter_majority)
    all_asked = rule.electorate is least.electorate and rule.building is None and rule.kind is least.kind
    enough = rule.threshold.share.fraction >= least.threshold.share.fraction
    strict = rule.threshold.of in {Base.CAST, Base.ENTITLED} and rule.quorum.of is Base.ENTITLED
    if not (all_asked and enough and strict and rule.quorum.share.fraction >= Fraction(rules.quorum)):
        raise BelowCharterMajority(rules.charter_majority)


def _quorum(rules: VoteRules) -> Hurdle:
    return Hurdle(Base.ENTITLED, at_least(rules.quorum))


def _where(scope: Scope, building: int | None) -> int | None:
    return None if scope is Scope.COUNCIL else building
