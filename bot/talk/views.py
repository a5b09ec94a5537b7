"""How the bot asks what somebody means, and what it says where it can do nothing."""

from collections.abc import Sequence

from bot.kit.home import HOW_TO, MY_CONCERNS, POINTS, PREVIEW, VOTE, home
from bot.kit.screens import BACK, FIND_HELP, Choice, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.talk import taps
from bot.talk.forms import Unclear

LABELS = {
    "greet": later("Say hello"),
    "help": HOW_TO,
    "how_to": HOW_TO,
    "raise_concern": later("Report what I wrote"),
    "concern_status": MY_CONCERNS,
    "agenda_preview": PREVIEW,
    "next_sitting": later("When the next sitting is"),
    "rsvp": later("Sign up for the sitting"),
    "vote": VOTE,
    "points_balance": POINTS,
    "redeem": later("Redeem points"),
    "talk_to_human": FIND_HELP,
    "change_language": later("Change the language"),
    "elder_mode": later("Large buttons, or not"),
    "cancel": BACK,
    "confirm": MY_CONCERNS,
    "deny": MY_CONCERNS,
}
"""What each intent does, as it stands on a button."""


def which(say: Words, unclear: Unclear, intents: Sequence[str]) -> Screen:
    """Asked where it could be one of these; two intents that lead to the same place are one choice."""
    first = {LABELS[intent]: intent for intent in reversed(intents)}
    kept = [intent for intent in intents if first[LABELS[intent]] == intent]
    choices = [Choice(say.plain(LABELS[intent]), taps.Mean(key=unclear.key, intent=intent)) for intent in kept]
    nothing = Choice(say.plain("Nothing of that"), taps.MeanNothing(key=unclear.key))
    return screen(say, say("What would you like?"), *choices, nothing, columns=1)


def answer_or_wish(say: Words, key: str, digest: str, answer: str, other: str) -> Screen:
    """Asked of who writes amid something else what sounds like another wish; what was asked before stays open."""
    text = say("You wrote: {told}\nIs that your answer to what I asked, or would you like something else?", told=answer)
    return screen(
        say,
        text,
        Choice(say.plain("It is my answer"), taps.Belongs(form=digest, words=answer)),
        Choice(say.plain(LABELS[other]), taps.Mean(key=key, intent=other)),
        columns=1,
    )


def said_already(say: Words) -> Screen:
    return screen(say, say("This was answered meanwhile. Please go on where you are."))


def shall_i(say: Words, unclear: Unclear) -> Screen:
    """Asked where nothing else is likely: perhaps it is to be reported."""
    text = say("You wrote: {told}\nShall I report this?", told=shorten(unclear.words, 20 if say.elder else 200))
    return screen(say, text, *_report(say, unclear))


def not_for_me(say: Words, unclear: Unclear) -> Screen:
    """Said of what no assistant of a neighbourhood can do."""
    text = say("I cannot help with that. If something in the neighbourhood is wrong, I can report it.")
    return screen(say, text, *_report(say, unclear))


def in_group(say: Words, unclear: Unclear) -> Screen:
    """To who wrote it alone: one quiet button."""
    text = say(
        "You wrote: {told}\nShall I log this, so that somebody sees to it? Only you see this.",
        told=shorten(unclear.words, 40),
    )
    return Screen(text, ((_log(say, unclear),),))


def nothing_to_do(say: Words) -> Screen:
    """In the group, said to who spoke to the bot."""
    return Screen(say("I cannot help with that. /help in our private chat says what I can do."))


def you_are_welcome(say: Words) -> Screen:
    return home(say, say("You are welcome. I am here whenever you need something."))


def left(say: Words) -> Screen:
    return home(say, say("Good, we leave it. Whenever you need us, we are here."))


def may_offer(say: Words, *, offers: bool) -> Screen:
    """To a moderator of the group: whether the bot may speak up there by itself."""
    if offers:
        text = say("When somebody writes here of something that sounds like a concern, I offer them to log it: only "
                   "they see it, once an hour at most.")  # fmt: skip
        switch = Choice(say.plain("Do not offer it here"), taps.SwitchOffers(offers=False))
    else:
        text = say("In this group I speak only when I am spoken to.")
        switch = Choice(say.plain("Offer it here"), taps.SwitchOffers(offers=True))
    return Screen(text, ((switch,),))


def _report(say: Words, unclear: Unclear) -> tuple[Choice, Choice]:
    yes = Choice(say.plain("Yes, report it"), taps.Mean(key=unclear.key, intent="raise_concern"))
    return yes, Choice(say.plain("No"), taps.MeanNothing(key=unclear.key))


def _log(say: Words, unclear: Unclear) -> Choice:
    return Choice(say.plain("Log it"), taps.Mean(key=unclear.key, intent="raise_concern"))
