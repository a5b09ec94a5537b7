"""Time runs short, or out: what the staff and the resident read of it."""

from bot.concerns import taps
from bot.concerns.model.concern import Concern
from bot.concerns.model.deadline import Deadline
from bot.concerns.model.life import Due
from bot.concerns.official_views import reply
from bot.concerns.views import what_about
from bot.kit.home import MY_CONCERNS
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later
from bot.roles.model import Role

SOON = {
    Due.FIRST_RESPONSE: later("#{number} ({about}): please answer by {by}."),
    Due.PLAN: later("#{number} ({about}): a plan is due by {by}."),
    Due.SAME_DAY: later("#{number} ({about}) is to be done today."),
    Due.PROMISE: later("#{number} ({about}) was promised for {day}."),
}
LATE = {
    Due.FIRST_RESPONSE: later("#{number} ({about}) has waited more than {hours} hours. Please answer today."),
    Due.PLAN: later("#{number} ({about}) has no plan yet, it was due by {by}. Please write one today."),
    Due.SAME_DAY: later("#{number} ({about}) was to be done on {day} and is not. Please say how it goes on."),
    Due.PROMISE: later("#{number} ({about}) was promised for {day} and is not done. Please say how it goes on."),
}
RUNGS = {
    Role.LIAISON: later("building liaison"),
    Role.MODERATOR: later("moderator"),
    Role.SUPERVISOR: later("supervisor"),
    Role.GOVERNMENT: later("contact at the sub-district office"),
}


def reminder(say: Words, concern: Concern, clock: Deadline) -> Screen:
    """Before the deadline."""
    return screen(say, _about(say, SOON[clock.due], concern, clock), _way(say, concern))


def reminder_in_group(say: Words, concern: Concern, clock: Deadline, link: str) -> Screen:
    """The same to the moderators' group; `link` is the bot's https address."""
    return Screen(_about(say, SOON[clock.due], concern, clock), ((_way(say, concern, link),),))


def too_late(say: Words, concern: Concern, clock: Deadline, *, replies: bool = False) -> Screen:
    """After it, on every rung. `replies`: to the sub-district office, which can do that alone."""
    ways = [reply(say, concern)] if replies else []
    return screen(say, _about(say, LATE[clock.due], concern, clock), *ways, _way(say, concern))


def we_are_late(say: Words, concern: Concern, rung: Role) -> Screen:
    """To the resident: who has been told now."""
    text = say("We are late with #{number}, we are sorry. The {role} has been told and will see to it.",
               number=concern.number, role=say.plain(RUNGS[rung]))  # fmt: skip
    return screen(say, text, Choice(say.plain(MY_CONCERNS), taps.Mine()))


def _about(say: Words, text: str, concern: Concern, clock: Deadline) -> str:
    hours = round((clock.at - clock.since).total_seconds() / 3600)
    return say(text, number=concern.number, about=what_about(say, concern, 8 if say.elder else 30),
               by=say.time(clock.at), day=say.day(clock.at), hours=hours)  # fmt: skip


def _way(say: Words, concern: Concern, link: str = "") -> Choice:
    url = f"{link}?start=steps-{concern.id}" if link else None
    return Choice(say.plain("How it goes on"), taps.Steps(concern=concern.id), url)
