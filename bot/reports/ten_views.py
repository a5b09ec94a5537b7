"""The ten of a month: number, kind and building, how many households, who sees to it, how it stands."""

from bot.concerns.model.life import State
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later
from bot.reports.model.dates import month_before, written
from bot.reports.model.lists import Place, TopTen
from bot.reports.part_views import kind, where
from bot.reports.taps import SeeTen
from bot.roles.model import Role

OWNERS = {
    Role.MODERATOR: later("moderator"),
    Role.LIAISON: later("building liaison"),
    None: later("nobody yet"),
}
STATES = {
    State.RECEIVED: later("waiting for an answer"),
    State.CLAIMED: later("waiting for an answer"),
    State.REOPENED: later("open again"),
    State.ACKNOWLEDGED: later("being seen to"),
    State.SIMPLE: later("being seen to"),
    State.PLANNED: later("being seen to"),
    State.FORWARDED: later("with somebody outside"),
    State.PAUSED: later("put off with a reason"),
    State.DONE: later("done, waiting for a word"),
    State.EXPLAINED: later("cannot be done, waiting for a word"),
    State.CONFIRMED: later("solved"),
    State.ACCEPTED: later("cannot be done, accepted"),
    State.UNCONTRADICTED: later("closed, nobody objected"),
    State.DUPLICATE: later("goes on with another concern"),
    State.WITHDRAWN: later("taken back"),
}
"""In a few words for everybody: without names and dates."""


def announced(say: Words, ten: TopTen) -> Screen:
    """In the main group, on the day on which they are chosen."""
    return Screen("\n".join([_title(say, ten), *(_line(say, place) for place in ten.places)]))


def top_ten(say: Words, ten: TopTen, page: int = 0) -> Screen:
    """All of them; in 长辈版 one after the other."""
    earlier = SeeTen(month=written(month_before(ten.month)))
    choices = [Choice(say.plain("The month before"), earlier)] if ten.earlier else []
    if not ten.places:
        nothing = say("{month}: no ten yet. They are chosen on the first of each month.", month=say.month(ten.month))
        return screen(say, nothing, *choices)
    if not say.elder:
        return screen(say, announced(say, ten).text, *choices)
    turned = page % len(ten.places)
    place = ten.places[turned]
    if len(ten.places) > 1:
        following = SeeTen(month=written(ten.month), page=turned + 1)
        choices.insert(0, Choice(say.plain("Show the next"), following))
    return screen(say, _line(say, place), *choices)


def _title(say: Words, ten: TopTen) -> str:
    return say("<b>{month}: what concerns most households</b>", month=say.month(ten.month))


def _line(say: Words, place: Place) -> str:
    concern = place.concern
    return say(
        "{rank}. #{number} {kind}, {where}: {households} households. Seen to by: {owner}. Now: {state}.",
        rank=place.ranked.rank,
        number=concern.number,
        kind=kind(say, concern.category),
        where=where(say, concern.building),
        households=place.ranked.households,
        owner=say.plain(OWNERS[place.owner]),
        state=say.plain(STATES[concern.state]),
    )
