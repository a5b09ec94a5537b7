"""How one's household looks to its members."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.households import taps
from bot.households.model import AnotherMustAgree, Home, NothingToDecide, NotOfHousehold, NotYourFlat
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later
from bot.residents.model import Household
from bot.residents.taps import Join

MY_HOUSEHOLD = later("My household")
NAMES = 2
"""On one screen of 长辈版."""


def home(say: Words, home: Home) -> Screen:
    """Who has joined, who speaks, which flat is spoken for where there are several, and what can be done."""
    count = len(home.joined)
    if home.further:
        speaking = say("You speak for {address} now.", address=home.me.household.address)
        lines = [speaking, say("{count} have joined.", count=count)]
    else:
        lines = [say("{address}: {count} have joined.", address=home.me.household.address, count=count)]
    speaker = next((one.name for one in home.joined if home.mandate and one.id == home.mandate.resident), None)
    if speaker:
        lines.append(say("{name} speaks for your household.", name=speaker))
    if not say.elder:
        lines += [say("{name} has joined.", name=one.name) for one in home.joined]
    return screen(say, "\n".join(lines), *_choices(say, home), columns=1, back=GoHome())


def _choices(say: Words, home: Home) -> list[Choice]:
    """In 长辈版 what concerns the others of the household stands under their names."""
    see = [Choice(say.plain("See who has joined"), taps.SeeJoined())] if say.elder else _about_speaking(say, home)
    if home.further:
        see.append(Choice(say.plain("My other flats"), taps.SeeFlats()))
    within = Choice(say.plain("I move within the community"), Join())
    return [*see, within, Choice(say.plain("I move away"), taps.MoveOut(resident=home.me.id))]


def _about_speaking(say: Words, home: Home) -> list[Choice]:
    choices = [Choice(say.plain("Choose who speaks for us"), taps.WhoSpeaks())]
    if home.mandate is not None and home.mandate.resident == home.me.id:
        choices.append(Choice(say.plain("I no longer speak for us"), taps.Resign(mandate=home.mandate.id)))
    elif home.mandate is not None:
        choices.append(Choice(say.plain("Somebody else should speak"), taps.Revoke(mandate=home.mandate.id)))
    return choices


def who_joined(say: Words, home: Home, page: int = 0) -> Screen:
    """The names, on successive screens; after the last page it begins anew."""
    speaker = home.mandate.resident if home.mandate is not None else None
    lines = [
        say("{name} speaks for your household.", name=one.name)
        if one.id == speaker
        else say("{name} has joined.", name=one.name)
        for one in home.joined
    ]
    shown = [lines[start : start + NAMES] for start in range(0, len(lines), NAMES)]
    choices = _about_speaking(say, home)
    if len(shown) > 1:
        choices.insert(0, Choice(say.plain("See the others"), taps.SeeJoined(page=page + 1)))
    text = "\n".join(shown[page % len(shown)]) if shown else say("{count} have joined.", count=0)
    return screen(say, text, *choices, columns=1, back=taps.MyHousehold())


def flats(say: Words, home: Home, page: int = 0) -> Screen:
    """Which of several flats to speak for."""
    choices = [Choice(one.household.address, taps.SpeakFor(resident=one.id)) for one in home.further]
    shown = page_of(say, choices, page, taps.SeeFlats(page=page + 1))
    text = say("You speak for {address} now.\nFor which other one would you like to speak?",
               address=home.me.household.address)  # fmt: skip
    return screen(say, text, *shown, columns=1, back=taps.MyHousehold())


def who_speaks(say: Words, home: Home, page: int) -> Screen:
    choices = [Choice(one.name, taps.Propose(resident=one.id)) for one in home.others]
    text = say("Who shall speak for your household? They are asked first.")
    shown = page_of(say, choices, page, taps.WhoSpeaks(page=page + 1))
    return screen(say, text, *shown, back=taps.MyHousehold())


def proposed(say: Words) -> Screen:
    return screen(say, say("They are asked now. When they agree, you are told."), back=taps.MyHousehold())


def you_are_proposed(say: Words, name: str, mandate: int) -> Screen:
    yes = Choice(say.plain("Yes, I speak for us"), taps.Answer(mandate=mandate, agreed=True))
    no = Choice(say.plain("No, somebody else"), taps.Answer(mandate=mandate, agreed=False))
    return screen(say, say("{name} would like you to speak for your household. Will you?", name=name), yes, no)


def now_speaks(say: Words, name: str) -> Screen:
    return screen(say, say("{name} speaks for your household now. You can change it at any time.", name=name))


def you_speak(say: Words) -> Screen:
    return screen(say, say("You speak for your household now. You can give it back at any time."))


def no_longer_speaks(say: Words, name: str) -> Screen:
    return screen(say, say("{name} no longer speaks for your household.", name=name))


def declined(say: Words) -> Screen:
    return screen(say, say("Good. Nothing has changed."), back=taps.MyHousehold())


def ended(say: Words) -> Screen:
    return screen(say, say("Done. Nobody speaks for your household alone now."), back=taps.MyHousehold())


def asked_to_end(say: Words) -> Screen:
    return screen(say, say("Noted. It changes when one more of your household agrees."), back=taps.MyHousehold())


def shall_it_end(say: Words, name: str, speaker: str, mandate: int) -> Screen:
    text = say("{name} would like {helper} to speak for you no longer.", name=name, helper=speaker)
    return screen(say, text, Choice(say.plain("I agree to that"), taps.Revoke(mandate=mandate)))


def ask_move(say: Words, home: Home) -> Screen:
    text = say("You leave {address}. With a code you can join again. Is that right?",
               address=home.me.household.address)  # fmt: skip
    sure = Choice(say.plain("Yes, I move away"), taps.MoveOut(resident=home.me.id, sure=True))
    return screen(say, text, sure, back=taps.MyHousehold())


def moved_out(say: Words, now: Household | None) -> Screen:
    """`now`: for which other flat of theirs they speak from now on."""
    if now is not None:
        text = say("You have left the household.\nYou speak for {address} now.", address=now.address)
        return screen(say, text, back=taps.MyHousehold())
    text = say("You have left the household. Thank you for having been here. You can read on.")
    return screen(say, text, back=GoHome())


def not_of_household(say: Words, _: NotOfHousehold) -> Screen:
    return screen(say, say("They are not in your household here. Please look again."), _look_again(say))


def not_your_flat(say: Words, _: NotYourFlat) -> Screen:
    return screen(say, say("This is not your flat, or no longer. Please look again."), _look_again(say))


def nothing_to_decide(say: Words, _: NothingToDecide) -> Screen:
    return screen(say, say("This has been settled since. Please look again."), _look_again(say))


def another_must_agree(say: Words, _: AnotherMustAgree) -> Screen:
    return screen(say, say("Somebody else of your household has to propose you."), _look_again(say))


def _look_again(say: Words) -> Choice:
    return Choice(say.plain(MY_HOUSEHOLD), taps.MyHousehold())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NotOfHousehold: not_of_household,
    NotYourFlat: not_your_flat,
    NothingToDecide: nothing_to_decide,
    AnotherMustAgree: another_must_agree,
}
