"""指导边界: what guides may do and what not, made of the table by which it is enforced."""

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Screen, paged
from bot.kit.words import Words
from bot.roles import taps
from bot.roles.model import Act, Boundary, Everyday
from bot.roles.tier_views import ACTS, EVERYDAY


def boundary(say: Words, bounds: Boundary, refused: int, page: int = 0) -> Screen:
    """`refused`: how often somebody tried more this year."""

    def turn(to: int) -> CallbackData:
        return taps.SeeBoundary(page=to)

    lines = [
        say.plain("Guides advise. Residents decide."),
        say.plain("Guides may: {acts}.", acts=named(say, bounds.may)),
        say.plain(
            "They leave to residents, and to whom residents have chosen: {acts}.", acts=named(say, bounds.may_not)
        ),
        say.plain("On people and money above all they only advise: {acts}.", acts=named(say, bounds.reserved)),
        say.plain(
            "What they try besides is kindly refused and stands in the log: {count} times this year.", count=refused
        ),
    ]
    return paged(say, "\n".join(lines), page, turn, back=taps.HowToBecome())


def named(say: Words, rights: Iterable[Act | Everyday]) -> str:
    """In kind words."""
    names = (EVERYDAY[one] if isinstance(one, Everyday) else ACTS[one] for one in rights)
    return say.plain(", ").join(map(say.plain, names))
