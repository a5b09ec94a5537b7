"""A ballot paper while it is being filled in. It is kept nowhere: what is marked travels in the buttons alone.

One letter a side, `a` the first that the rule names; `-` is an abstention, and nothing at all an empty paper.
"""

from string import ascii_lowercase

from bot.kit.refusals import Refused
from bot.votes.model.any_rule import AnyRule, check_choice
from bot.votes.model.ballot import ABSTAINS, BadChoice, Choice
from bot.votes.model.rule import AGAINST_ALL, Kind, Rule

ABSTAINED = "-"


class BadMarks(Refused):
    """Nothing that this vote asks: a button of another vote, or a forged one. Told without the marks."""


def takes_one(rule: AnyRule) -> bool:
    """Whether one mark is a whole ballot."""
    return not isinstance(rule, Rule) or rule.kind is Kind.YES_NO or (rule.kind is Kind.CHOOSE and rule.most == 1)


def ranks(rule: AnyRule) -> bool:
    return isinstance(rule, Rule) and rule.kind is Kind.RANKED


def letter_of(rule: AnyRule, side: str) -> str:
    return ascii_lowercase[rule.sides.index(side)]


def choice_of(rule: AnyRule, marks: str) -> Choice:
    """What the marks say. Raises `BadMarks`, also for an empty paper."""
    if marks == ABSTAINED:
        return ABSTAINS
    try:
        return check_choice(rule, sides_of(rule, marks or " "))
    except BadChoice:
        raise BadMarks from None


def sides_of(rule: AnyRule, marks: str) -> Choice:
    """The sides that are marked so far, in the order of the marks. Raises `BadMarks`."""
    named = dict(zip(ascii_lowercase, rule.sides, strict=False))
    if not set(marks) <= named.keys():
        raise BadMarks
    return tuple(named[mark] for mark in marks)


def marked(rule: AnyRule, marks: str, letter: str) -> str:
    """With one more mark, or without it where it is there.

    都不同意 stands alone but on ranked ballots, and where no more marks fit the last one moves.
    """
    if letter in marks:
        return marks.replace(letter, "")
    if takes_one(rule) or not isinstance(rule, Rule):
        return letter
    if rule.kind is Kind.RANKED:
        return marks + letter
    against = letter_of(rule, AGAINST_ALL)
    if letter == against:
        return letter
    kept = marks.replace(against, "")
    most = rule.most if rule.kind is Kind.CHOOSE else len(rule.sides)
    return kept[: most - 1] + letter
