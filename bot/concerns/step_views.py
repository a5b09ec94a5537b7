"""What the staff is asked when it says how a concern goes on."""

from collections.abc import Sequence
from datetime import datetime

from bot.concerns import taps
from bot.concerns.forms import Writing
from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.concern import Concern
from bot.concerns.model.life import Deed
from bot.concerns.staff_views import STEPS, step
from bot.concerns.views import PARTNERS
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, later, shorten

LABEL = 40
"""Characters of a ready answer on its button."""
ASKED = {
    Deed.ANSWER: later("Please write your answer to #{number} now. The resident reads it as you write it."),
    Deed.FINISH: later("Please write how #{number} was done. A photo may go with it; the resident is asked."),
    Deed.PLAN: later("Please write who does what about #{number}. After that I ask by when."),
    Deed.FORWARD: later("Please write what you asked them about #{number}. After that I ask for a day."),
    Deed.PAUSE: later("Please write why #{number} has to wait. The resident reads it."),
    Deed.EXPLAIN: later("Please write why #{number} cannot be done. The resident reads it."),
    Deed.JOIN: later("With which concern does #{number} go on? Please write its number."),
}
DAY = {
    Deed.PLAN: later("By when will #{number} be done? Tap, or write a day."),
    Deed.FORWARD: later("When do you ask them about #{number}? Tap, or write a day."),
    Deed.PAUSE: later("How long does #{number} wait? Tap, or write a day."),
}


def steps(say: Words, concern: Concern, page: int = 0) -> Screen:
    """All that can be done with it as it is."""
    return screen(say, say("How does #{number} go on?", number=concern.number), *_ways(say, concern, page))


def _ways(say: Words, concern: Concern, page: int) -> list[Choice]:
    ways = [step(say, concern, deed) for deed in STEPS if concern.can(deed)]
    return list(page_of(say, ways, page, taps.Steps(concern=concern.id, page=page + 1)))


def ask_whom(say: Words, concern: Concern) -> Screen:
    choices = [
        Choice(say.plain(name), taps.ForwardTo(concern=concern.id, to=partner)) for partner, name in PARTNERS.items()
    ]
    return screen(say, say("To whom is #{number} forwarded?", number=concern.number), *choices, columns=1)


def ask_words(say: Words, form: Writing, canned: Sequence[CannedAnswer] = (), page: int = 0) -> Screen:
    """`canned`: what is ready to be used instead."""
    ready = [Choice(shorten(one.words, LABEL), taps.UseCanned(concern=form.concern, canned=one.id)) for one in canned]
    choices = [*ready, Choice(say.plain("Not now"), taps.NotNow())]
    shown = page_of(say, choices, page, taps.TurnCanned(concern=form.concern, page=page + 1))
    return screen(say, say(ASKED.get(form.deed, ASKED[Deed.ANSWER]), number=form.number), *shown, columns=1)


def ask_day(say: Words, form: Writing, offered: tuple[int, ...]) -> Screen:
    """`offered`: days from today that one tap names."""
    choices = [
        Choice(
            say.plain("Tomorrow") if days == 1 else say.plain("In {days} days", days=days),
            taps.PickDay(concern=form.concern, days=days),
        )
        for days in offered
    ]
    return screen(say, say(DAY.get(form.deed, DAY[Deed.PLAN]), number=form.number), *choices)


def done(say: Words, concern: Concern, deed: Deed, arrives: datetime | None) -> Screen:
    """It is said; at night it arrives in the morning. What comes next can be said at once."""
    text = say(SENT.get(deed, SENT[Deed.ANSWER]), number=concern.number)
    if arrives is not None:
        text = "\n".join((text, say("It is night: the resident reads it at {hour}.", hour=say.hour(arrives))))
    ways = _ways(say, concern, 0) if deed is Deed.ANSWER and concern.can(Deed.PLAN) else []
    return screen(say, text, *ways)


SENT = {
    Deed.ANSWER: later("Sent. How does #{number} go on?"),
    Deed.FINISH: later("Sent. The resident is asked whether #{number} is solved."),
    Deed.CALL_SIMPLE: later("The resident is told that #{number} will be done today. Tap on its card when it is."),
    Deed.PLAN: later("Sent. The resident has your plan for #{number}; I remind you before the day."),
    Deed.FORWARD: later("Sent. I remind you to ask about #{number}."),
    Deed.PAUSE: later("Sent. #{number} waits; on that day it goes on by itself."),
    Deed.RESUME: later("#{number} goes on. The resident is told."),
    Deed.EXPLAIN: later("Sent. The resident says whether #{number} can stay like that."),
}


def joined(say: Words, concern: Concern) -> Screen:
    return screen(say, say("#{number} goes on with the other one. Its resident is told.", number=concern.number))


def before_and_after(say: Words) -> tuple[str, str]:
    """The words on the card with the two photos."""
    return say.plain("Before"), say.plain("After")


def what_number(say: Words) -> Screen:
    return screen(say, say("Please write only the number of the other concern, for example 12."))
