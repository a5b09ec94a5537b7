"""Objections to a published result."""

from collections.abc import Sequence

from bot.agenda.model.history import Line
from bot.agenda.model.item import Point, Side


def undecided(said: Sequence[Point], resolving: Line | None) -> Sequence[Point]:
    """Those on which nobody has decided. `resolving`: when ④ last began; what was said against an earlier result
    went with it.
    """
    answered = {answer.answers for answer in said if answer.side is Side.ANSWER}
    return [
        point
        for point in said
        if point.side is Side.OBJECTION and point.id not in answered and (resolving is None or point.at >= resolving.at)
    ]
