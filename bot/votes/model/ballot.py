"""A ballot: what it may say under a rule."""

from bot.votes.model.rule import AGAINST_ALL, Kind, Rule

Choice = tuple[str, ...]
"""The sides it names: one for yes or no, several where several may be chosen, the best first where they are ranked."""
ABSTAINS: Choice = ()


class BadChoice(ValueError):
    """No ballot may say this under this rule. Told without the choice: it may be somebody's secret."""


def checked(rule: Rule, choice: Choice) -> Choice:
    """The choice as it is, if the rule allows it; otherwise BadChoice."""
    if not set(choice) <= set(rule.sides):
        raise BadChoice("names what is not on the ballot")
    if len(set(choice)) < len(choice):
        raise BadChoice("names something twice")
    if rule.kind in {Kind.YES_NO, Kind.CHOOSE} and len(choice) > rule.most:
        raise BadChoice(f"names more than {rule.most}")
    if rule.kind is not Kind.RANKED and AGAINST_ALL in choice and len(choice) > 1:
        raise BadChoice(f"names {AGAINST_ALL} beside something else")
    return choice
