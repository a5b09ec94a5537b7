"""How concerns look to those who answer them."""

from collections.abc import Sequence

from bot.concerns import taps
from bot.concerns.model.concern import Concern
from bot.concerns.model.life import ANSWERED, SILENT, Deed, Due, State
from bot.concerns.views import category, state, what_about, where
from bot.kit.home import INBOX, SeeToConcerns
from bot.kit.people import Reader
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, later, shorten

STEPS = {
    Deed.ANSWER: later("Reply"),
    Deed.FINISH: later("It is done"),
    Deed.CALL_SIMPLE: later("It will be done today"),
    Deed.PLAN: later("Say who does what by when"),
    Deed.FORWARD: later("Forward it"),
    Deed.PAUSE: later("It has to wait"),
    Deed.RESUME: later("It goes on"),
    Deed.EXPLAIN: later("It cannot be done"),
    Deed.JOIN: later("It is a duplicate"),
}
"""The ways on, in the order in which they are offered."""
UNTIL = {
    Due.FIRST_RESPONSE: later("Answer by: {by}"),
    Due.PLAN: later("Plan by: {by}"),
    Due.SAME_DAY: later("Done by: {by}"),
    Due.PROMISE: later("Promised for: {by}"),
}
SHOWN = 600
"""Characters of a concern on its card; the rest is one tap away."""


def card(say: Words, concern: Concern, link: str = "", *, hands_over: bool = True) -> Screen:
    """The concern as moderators and liaisons see it, with what can be done now.

    In a group, `link` is the bot's https address: what is written or read at length belongs into the private chat.
    `hands_over`: whether this reader may give it to somebody else.
    """
    text = _nameless(say, concern) if concern.author.gone else _told(say, concern)
    if concern.deadline is not None and concern.deadline.worked_on:
        text += "\n" + say(UNTIL[concern.deadline.due], by=say.time(concern.deadline.at))
    return Screen(text, tuple((choice,) for choice in _deeds(say, concern, link, hands_over)))


def spoken(say: Words, concern: Concern) -> str:
    """What stands under a voice message that is passed on, as plain text."""
    return say.plain(
        "#{number} · {kind}\nWhere: {where}\nReported by voice.",
        number=concern.number,
        kind=category(say, concern.category),
        where=shorten(where(say, concern), 200),
    )


def _told(say: Words, concern: Concern) -> str:
    return say(
        "<b>#{number} · {kind}</b>\n{about}\nWhere: {where}\nFrom: {name}, {address}\nState: {state}",
        number=concern.number,
        kind=category(say, concern.category),
        about=shorten(concern.told.text, SHOWN) or what_about(say, concern),
        where=shorten(where(say, concern), 200),
        name=concern.author.name,
        address=concern.author.household.address,
        state=_state(say, concern),
    )


def _nameless(say: Words, concern: Concern) -> str:
    """Whoever raised it has had their data deleted; where they live would tell who it was."""
    return say(
        "<b>#{number} · {kind}</b>\nWhere: {where}\nFrom: (deleted)\nState: {state}",
        number=concern.number,
        kind=category(say, concern.category),
        where=where(say, concern),
        state=_state(say, concern),
    )


def _state(say: Words, concern: Concern) -> str:
    if concern.state in ANSWERED:
        return say.plain("{name} has answered; waiting for the resident's word",
                         name=concern.handler.name if concern.handler else "")  # fmt: skip
    return state(say, concern)


def _deeds(say: Words, concern: Concern, link: str, hands_over: bool) -> list[Choice]:
    deeds = []
    if concern.state in SILENT and concern.state is not State.CLAIMED:
        deeds.append(Choice(say.plain("Take it on"), taps.Claim(concern=concern.id)))
    if concern.can(Deed.ANSWER):
        deeds.append(step(say, concern, Deed.ANSWER, link))
    if hands_over and concern.state in SILENT:
        deeds.append(Choice(say.plain("Hand to the building liaison"), taps.HandOver(concern=concern.id)))
    if hands_over and concern.can(Deed.HAND_OVER):
        deeds.append(Choice(say.plain("Hand to …"), taps.Assign(concern=concern.id)))
    if concern.can(Deed.FINISH):
        url = f"{link}?start=steps-{concern.id}" if link else None
        deeds.append(Choice(say.plain("How it goes on"), taps.Steps(concern=concern.id), url))
    if concern.told.photos or concern.told.voice or concern.spot or len(concern.told.text) > SHOWN:
        url = f"{link}?start=concern-{concern.id}" if link else None
        deeds.append(Choice(say.plain("See everything"), taps.SeeAll(concern=concern.id), url))
    return deeds


def step(say: Words, concern: Concern, deed: Deed, link: str = "") -> Choice:
    """One way on; in a group it leads into the private chat."""
    url = f"{link}?start=step-{concern.id}-{deed}" if link else None
    return Choice(say.plain(STEPS[deed]), taps.Step(concern=concern.id, deed=deed), url)


def spot_follows(say: Words, concern: Concern) -> Screen:
    """Said before the location, which has no caption."""
    return screen(say, say("#{number}: the location that was sent is here.", number=concern.number))


def step_in_private(say: Words, concern: Concern, deed: Deed, link: str) -> Screen:
    """In a group; what is written there next is talk among neighbours."""
    return Screen(say("Please write about #{number} in our private chat.", number=concern.number),
                  ((step(say, concern, deed, link),),))  # fmt: skip


def author_left(say: Words, number: int) -> Screen:
    text = say("Who reported #{number} has had their data deleted. Please see it to its end all the same.",
               number=number)  # fmt: skip
    return screen(say, text)


def solved(say: Words, concern: Concern) -> Screen:
    text = say("{name} says that #{number} is solved. Thank you.", name=concern.author.name, number=concern.number)
    return screen(say, text)


def not_solved(say: Words, concern: Concern) -> Screen:
    text = say("{name} says that #{number} is not solved. It is open again.", name=concern.author.name,
               number=concern.number)  # fmt: skip
    return screen(say, text, step(say, concern, Deed.ANSWER))


def why_not_solved(say: Words, concern: Concern, told: str) -> Screen:
    """In the resident's words."""
    text = say("About #{number}, {name}: {told}", name=concern.author.name, number=concern.number,
               told=shorten(told, 20 if say.elder else SHOWN))  # fmt: skip
    return screen(say, text, step(say, concern, Deed.ANSWER))


def was_withdrawn(say: Words, concern: Concern) -> Screen:
    text = say("{name} has taken #{number} back. Nothing is left to do.", name=concern.author.name,
               number=concern.number)  # fmt: skip
    return screen(say, text)


def claimed(say: Words, concern: Concern) -> Screen:
    text = say("#{number} is yours now. The resident has been told.", number=concern.number)
    return screen(say, text, step(say, concern, Deed.ANSWER))


def whom(say: Words, concern: Concern, people: Sequence[Reader], page: int) -> Screen:
    """Who may see to it, liaisons first."""
    if not people:
        return screen(say, say("Nobody else sees to concerns there yet."))
    choices = [
        Choice(say.plain("{name}", name=person.name), taps.HandTo(concern=concern.id, who=person.telegram_id))
        for person in people
    ]
    shown = page_of(say, choices, page, taps.Assign(concern=concern.id, page=page + 1))
    return screen(say, say("Who shall see to #{number}?", number=concern.number), *shown)


def handed_over(say: Words, concern: Concern) -> Screen:
    name = concern.handler.name if concern.handler else ""
    return screen(say, say("#{number} is now with {name}, who has been told.", number=concern.number, name=name))


def how_to_reply(say: Words) -> Screen:
    text = say("Write for example: /reply 12 An electrician comes today. Or choose a concern:")
    return screen(say, text, Choice(say.plain(INBOX), SeeToConcerns()))


def how_to_assign(say: Words) -> Screen:
    text = say("Write for example: /assign 12. In a group, in reply to somebody's message, it goes to them at once. "
               "Or choose a concern:")  # fmt: skip
    return screen(say, text, Choice(say.plain(INBOX), SeeToConcerns()))
