"""How 我也遇到了 looks."""

from bot.concerns import taps
from bot.concerns.chain_views import next_step, public_place, public_words
from bot.concerns.forms import Draft
from bot.concerns.model.chain import Chain
from bot.concerns.model.concern import Concern
from bot.concerns.views import category
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words


def is_it_this(say: Words, draft: Draft, concern: Concern) -> Screen:
    """Asked before the read-back: somebody has reported something like it, there."""
    text = say(
        "Is it this?\n#{number} {kind}: {told} ({where})",
        number=concern.number,
        kind=category(say, concern.category),
        told=public_words(say, concern, 12 if say.elder else 100),
        where=public_place(say, concern),
    )
    return screen(
        say,
        text,
        Choice(say.plain("Yes, we have met it too"), taps.ThatOne(key=draft.key, concern=concern.id)),
        Choice(say.plain("No, it is another"), taps.Another(key=draft.key)),
        columns=1,
    )


def joined(say: Words, chain: Chain) -> Screen:
    """The number and how it stands, so that nobody has to ask."""
    concern, how = chain.concern, next_step(say, chain)
    text = say("Noted under #{number}: you have met it too.\n{state}", number=concern.number, state=how)
    return screen(say, text, _see(say, concern), _take_back(say, concern), columns=1)


def left(say: Words, concern: Concern) -> Screen:
    text = say("Good, your household is not counted under #{number}.", number=concern.number)
    return screen(say, text, _see(say, concern))


def _see(say: Words, concern: Concern) -> Choice:
    return Choice(say.plain("See all of it"), taps.SeeChain(concern=concern.id))


def _take_back(say: Words, concern: Concern) -> Choice:
    return Choice(say.plain("We have not met it"), taps.MeToo(concern=concern.id, met=False))
