"""方案比选: what each option costs, takes, gives and risks, in the same rows for all of them (rows R023, R059)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from bot.agenda.model.options import options_of
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.refusals import CardMissing, OptionsDiffer, RuleOfPresent
from bot.votes.model.rule import AGAINST_ALL, Base, Rule

LEAST_OPTIONS = 2
"""Beside 都不同意."""


@dataclass(frozen=True)
class OptionRow:
    """One option. None of these may be left out."""

    option: str
    cost: str
    time: str
    gains: str
    """Who gains."""
    risk: str
    source: str
    """Where the figures come from."""


def tells_something(words: str) -> bool:
    """Whether anybody can read them: a letter or a digit at least, not dashes alone or signs that cannot be seen."""
    return any(sign.isalnum() for sign in words)


def check_options(rule: AnyRule, words: str) -> None:
    """Raises `OptionsDiffer` where a ballot offers anything but the options of these words, in their order."""
    offered = rule.options if isinstance(rule, Rule) else ()
    previewed = options_of(words)
    if offered != ((*previewed, AGAINST_ALL) if previewed else ()):
        raise OptionsDiffer


def check_card(rule: AnyRule, card: Sequence[OptionRow]) -> None:
    """Raises `CardMissing` naming the first option that is not described, `RuleOfPresent`."""
    if not isinstance(rule, Rule):
        return
    if any(hurdle is not None and hurdle.of is Base.PRESENT for hurdle in (rule.quorum, rule.threshold)):
        raise RuleOfPresent
    described = {row.option for row in card if all(tells_something(getattr(row, field.name)) for field in fields(row))}
    options = [option for option in rule.options if option != AGAINST_ALL]
    missing = [option for option in options if option not in described]
    if missing or (rule.options and len(options) < LEAST_OPTIONS):
        raise CardMissing(missing[0] if missing else "")
