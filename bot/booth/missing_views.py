"""还差多少: what an owners' vote still misses, in persons and m², by building and never by name."""

from bot.booth import taps
from bot.booth.part_views import title
from bot.kit.screens import Screen, paged
from bot.kit.words import Words
from bot.votes.model.shortfall import Shortfall
from bot.votes.model.vote import Vote


def missing(say: Words, vote: Vote, lacks: Shortfall, page: int) -> Screen:
    lines = [title(say, vote), _whole(say, lacks)]
    lines += [_building(say, number, lacks) for number in lacks.waiting]
    return paged(
        say,
        "\n".join(lines),
        page,
        lambda to: taps.SeeMissing(vote=vote.id, page=to),
        back=taps.SeeVote(vote=vote.id),
    )


def _whole(say: Words, lacks: Shortfall) -> str:
    """Plain."""
    if not lacks.missing.persons and not lacks.missing.area:
        return say.plain("Enough owners have taken part, by heads and by area.")
    return say.plain("Still missing: {persons} owners and {area} m².", persons=lacks.missing.persons,
                     area=lacks.missing.area)  # fmt: skip


def _building(say: Words, number: int | None, lacks: Shortfall) -> str:
    """Plain."""
    away = lacks.waiting[number]
    if number is None:
        return say.plain("Elsewhere: {persons} owners, {area} m² not yet.", persons=away.persons, area=away.area)
    return say.plain("Building {building}: {persons} owners, {area} m² not yet.", building=number,
                     persons=away.persons, area=away.area)  # fmt: skip
