"""The sides of a ballot as buttons."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from bot.booth.model.marks import ABSTAINED, letter_of
from bot.booth.part_views import ABSTAIN, ABSTAIN_VERB, side, verb
from bot.kit.screens import Choice
from bot.kit.words import Words
from bot.votes.model.any_rule import AnyRule

MeansMarks = Callable[[str], CallbackData]
"""What a tap with these marks means."""


def one_each(say: Words, rule: AnyRule, means: MeansMarks, *, asked: bool = False) -> list[Choice]:
    """A button for each side; `asked`: as somebody's answer, 我同意."""
    label = verb if asked else side
    return [Choice(label(say, name), means(letter_of(rule, name))) for name in rule.sides]


def abstention(say: Words, means: MeansMarks, *, asked: bool = False) -> Choice:
    return Choice(say.plain(ABSTAIN_VERB if asked else ABSTAIN), means(ABSTAINED))
