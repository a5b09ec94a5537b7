"""How joining looks: manner, consent, code, place on the roll."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.kit.refusals import NotThere, Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, pages, screen
from bot.kit.words import Words, later
from bot.residents import taps
from bot.residents.model import (
    AgeBand,
    ConsentNeeded,
    MovedOrBoth,
    NoCommunity,
    NotACode,
    NotAgreed,
    NotOnRoll,
    PlaceTaken,
    Resident,
    SpentCode,
    TooManyTries,
    UnknownCode,
)

AGES = {
    AgeBand.MINOR: later("Under 18"),
    AgeBand.YOUNG: later("18 to 35"),
    AgeBand.MIDDLE: later("36 to 59"),
    AgeBand.OLDER: later("60 or older"),
}
CONSENT = later(
    "What we keep: your name here, your household, your age group, and what you tell us. "
    "Why: to answer concerns, to count votes and points. "
    "How long: until you leave; you may say so at any time. "
    "Telegram's servers are abroad; the community's books are here. "
    "You can read everything without agreeing. "
    "To take your consent back later, write: I withdraw my consent."
)
WITHDRAW = later("I withdraw my consent")
PLAIN_MODE = later("Ordinary")
ELDER_WORDS = ("长辈版", "亲情版", "关爱版", "关怀版", "字大一点", later("large buttons"))
"""The names that older people's modes go by (MIIT's rules for apps), and plain words for it."""
PLAIN_WORDS = ("普通版", "标准版", PLAIN_MODE)


def manner(say: Words) -> Screen:
    """The very first question."""
    text = say("Hello. I help neighbours to be heard and to decide together. How shall I speak with you?")
    few = Choice(say.plain("Large buttons, few steps"), taps.Manner(elder=True))
    return screen(say, text, few, Choice(say.plain(PLAIN_MODE), taps.Manner(elder=False)), columns=1)


def consent(say: Words, page: int = 0) -> Screen:
    """What is kept and why; in 长辈版 on successive screens."""
    parts = pages(say(CONSENT)) if say.elder else [say(CONSENT)]
    if page < len(parts) - 1:
        return screen(say, parts[page], Choice(say.plain("Go on reading"), taps.ReadConsent(page=page + 1)))
    return screen(
        say,
        parts[-1],
        Choice(say.plain("I agree"), taps.Consent(agreed=True)),
        Choice(say.plain("I only want to read"), taps.Consent(agreed=False)),
    )


def only_reading(say: Words) -> Screen:
    text = say("Good. Nothing is kept but how you like to read. To report and to vote, come back here.")
    return screen(say, text, Choice(say.plain("I agree after all"), taps.Consent(agreed=True)), back=GoHome())


def ask_withdraw(say: Words) -> Screen:
    text = say(
        "If you take your consent back, you read on; to report and to vote, you would agree again. Is that right?"
    )
    return screen(
        say,
        text,
        Choice(say.plain("Yes, take it back"), taps.Withdraw(sure=True)),
        Choice(say.plain("No, leave it"), GoHome()),
    )


def withdrawn(say: Words) -> Screen:
    text = say("Your consent is taken back. You can read on. When you like to take part again, tap below.")
    return screen(say, text, Choice(say.plain("I agree after all"), taps.ReadConsent(page=0)), back=GoHome())


def consent_needed(say: Words, _: ConsentNeeded) -> Screen:
    """In 长辈版 the text itself is on the screens that follow."""
    asked = say("For this we need your consent to what is kept.")
    if say.elder:
        return screen(say, asked, Choice(say.plain("Read what is kept"), taps.ReadConsent(page=0)))
    shown = consent(say)
    return replace(shown, text=f"{asked}\n\n{shown.text}")


def ask_code(say: Words) -> Screen:
    text = say("Please write the eight digits from the slip of your household.")
    return screen(say, text, Choice(say.plain("I have no code"), taps.NoCode()), back=GoHome())


def wrong_code(say: Words) -> Screen:
    text = say("No household has this code. Please look at the slip once more.")
    return screen(say, text, Choice(say.plain("I have no code"), taps.NoCode()), back=GoHome())


def moved_or_both(say: Words, refusal: MovedOrBoth) -> Screen:
    text = say(
        "Until now you live at {before}. Have you moved to {after}, or are both yours?",
        before=refusal.before.address,
        after=refusal.household.address,
    )
    moved = Choice(say.plain("I have moved there"), taps.Both(both=False))
    return screen(say, text, moved, Choice(say.plain("Both are our flats"), taps.Both(both=True)), back=GoHome())


def who_are_you(say: Words, places: Sequence[Resident], page: int = 0) -> Screen:
    """Those of the household who have not joined yet."""
    if not places:
        return ask_age(say)
    choices = [Choice(place.name, taps.ThatIsMe(resident=place.id)) for place in places]
    choices.append(Choice(say.plain("None of these"), taps.NotListed()))
    text = say("This is {address}. Who are you?", address=places[0].household.address)
    return screen(say, text, *page_of(say, choices, page, taps.TurnPlaces(page=page + 1)))


def ask_age(say: Words) -> Screen:
    choices = [Choice(say.plain(name), taps.MyAge(age_band=band)) for band, name in AGES.items()]
    return screen(say, say("How old are you? Only this rough group is kept."), *choices)


def joined(say: Words, resident: Resident) -> str:
    return say("Welcome, {name}. You speak for {address}.", name=resident.name, address=resident.household.address)


def ask_language(say: Words) -> Screen:
    choices = (Choice("中文", taps.Speak(language="zh")), Choice("English", taps.Speak(language="en")))
    return screen(say, say("Which language do you like to read?"), *choices)


def manner_changed(say: Words) -> str:
    return say("From now on: large buttons, few words.") if say.elder else say("From now on: the ordinary view.")


def what_today(say: Words) -> str:
    return say("What would you like to do today?")


def language_changed(say: Words) -> str:
    return say("From now on I write English.")


def not_a_code(say: Words, _: NotACode) -> Screen:
    text = say("These are not eight digits that belong together. Please read them once more from the slip.")
    return screen(say, text, Choice(say.plain("I have no code"), taps.NoCode()), back=GoHome())


def unknown_code(say: Words, _: UnknownCode) -> Screen:
    return wrong_code(say)


def too_many_tries(say: Words, refusal: TooManyTries) -> Screen:
    """While a whole community is guessed at, this may meet somebody who was wrong once."""
    text = say("Several codes were wrong. Please try again after {until}.", until=say.time(refusal.until))
    return screen(say, text, Choice(say.plain("I have no code"), taps.NoCode()), back=GoHome())


def spent_code(say: Words, _: SpentCode) -> Screen:
    text = say("This code is no longer good. Tap below, and a person will let you in.")
    return screen(say, text, Choice(say.plain("I have no code"), taps.NoCode()), back=GoHome())


def not_agreed(say: Words, _: NotAgreed) -> Screen:
    return manner(say)


def not_on_roll(say: Words, _: NotOnRoll) -> Screen:
    text = say("This is for those who live here. If you do, join your household; it takes a minute.")
    return screen(say, text, Choice(say.plain("Join my household"), taps.Join()), back=GoHome())


def no_community(say: Words, _: NoCommunity) -> Screen:
    return screen(say, say("This group is not set up yet. An administrator of the group writes /setup."))


def not_there(say: Words, _: NotThere) -> Screen:
    return screen(say, say("This button is from an earlier time and no longer works. Please start anew."))


def place_taken(say: Words, _: PlaceTaken) -> Screen:
    text = say("Somebody has joined under this name already. Please ask a person to look into it.")
    return screen(say, text, Choice(say.plain("None of these"), taps.NotListed()), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NotACode: not_a_code,
    UnknownCode: unknown_code,
    SpentCode: spent_code,
    TooManyTries: too_many_tries,
    NotAgreed: not_agreed,
    ConsentNeeded: consent_needed,
    NotOnRoll: not_on_roll,
    NoCommunity: no_community,
    NotThere: not_there,
    MovedOrBoth: moved_or_both,
    PlaceTaken: place_taken,
}
