"""How it looks when somebody tells a concern by voice."""

from bot.concerns import taps
from bot.concerns.forms import Draft
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, shorten


def wait(say: Words, draft: Draft) -> Screen:
    """Some seconds; who does not want to wait goes on."""
    text = say("I have your voice message and am listening to it. In a moment I tell you what I heard.")
    return screen(say, text, Choice(say.plain("Go on without waiting"), taps.NotWait(key=draft.key)))


def heard(say: Words, draft: Draft) -> Screen:
    """Read back: nothing that was misheard goes to anybody without a word of who spoke."""
    told = shorten(draft.heard, 40 if say.elder else 800)
    return screen(
        say,
        say("You say: {told}\nDid I hear that right?", told=told),
        Choice(say.plain("Yes, I said that"), taps.HeardRight(key=draft.key)),
        Choice(say.plain("No, not that"), taps.HeardWrong(key=draft.key)),
    )


def not_understood(say: Words) -> str:
    return say("I did not hear it well. Those who see to it get the voice message itself.")


def kept(say: Words) -> Screen:
    """Where nothing is there that could write it down."""
    text = say("I have your voice message, but I cannot understand speech. Those who see to it will listen to it.")
    return screen(say, text)


def heard_wrong(say: Words) -> Screen:
    text = say("Never mind. The voice message itself goes with it; you may also write, or say it once more.")
    return screen(say, text)
