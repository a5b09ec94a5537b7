"""The rule of any vote, by heads or by the owners' dual majority, as it is kept with the vote and in its record."""

from dataclasses import dataclass

from bot.votes.model import owners_record, written_rule
from bot.votes.model.ballot import BadChoice, Choice, checked
from bot.votes.model.owners import Majority
from bot.votes.model.rule import NO, YES, Electorate, Rule


@dataclass(frozen=True)
class OwnersRule:
    """Owners decide by persons and area (民法典 278)."""

    majority: Majority
    building: None = None
    """Of the whole estate."""

    @property
    def electorate(self) -> Electorate:
        return Electorate.OWNERS

    @property
    def sides(self) -> tuple[str, ...]:
        return (YES, NO)

    @property
    def most(self) -> int:
        return 1


AnyRule = Rule | OwnersRule


def written(rule: AnyRule) -> dict[str, object]:
    """As it stands under `rule` in the record (docs/record.md)."""
    return owners_record.written_rule(rule.majority) if isinstance(rule, OwnersRule) else written_rule.written(rule)


def read(value: object) -> AnyRule:
    """Raises BadRecord."""
    if isinstance(value, dict) and value.get("kind") == owners_record.OWNERS:
        return OwnersRule(owners_record.read_rule(value))
    return written_rule.read(value)


def check_choice(rule: AnyRule, choice: Choice) -> Choice:
    """The choice as it is, if a ballot may say it; otherwise BadChoice."""
    if isinstance(rule, Rule):
        return checked(rule, choice)
    if len(choice) > 1 or not set(choice) <= set(rule.sides):
        raise BadChoice("is neither yes nor no")
    return choice
