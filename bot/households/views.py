"""How one's household looks to its members."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.households import taps
from bot.households.model import AnotherMustAgree, Home, NothingToDecide, NotOfHousehold
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later
from bot.residents.taps import Join

MY_HOUSEHOLD = later("My household")


def home(say: Words, home: Home) -> Screen:
    """Who has joined, who speaks, and what can be done."""
    text = say("{address}: {count} have joined.", address=home.me.household.address, count=len(home.joined))
    speaker = next((one.name for one in home.joined if home.mandate and one.id == home.mandate.resident), None)
    lines = [text, say("{name} speaks for your household.", name=speaker)] if speaker else [text]
    if not say.elder:
        lines += [say("{name} has joined.", name=one.name) for one in home.joined]
    return screen(say, "\n".join(lines), *_choices(say, home), columns=1, back=GoHome())


def _choices(say: Words, home: Home) -> list[Choice]:
    choices = [Choice(say.plain("Choose who speaks for us"), taps.WhoSpeaks())]
    if home.mandate is not None and home.mandate.resident == home.me.id:
        choices.append(Choice(say.plain("I no longer speak for us"), taps.Resign(mandate=home.mandate.id)))
    elif home.mandate is not None:
        choices.append(Choice(say.plain("Somebody else should speak"), taps.Revoke(mandate=home.mandate.id)))
    choices.append(Choice(say.plain("I move within the community"), Join()))
    return [*choices, Choice(say.plain("I move away"), taps.MoveOut())]


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
    return screen(say, text, Choice(say.plain("Yes, I move away"), taps.MoveOut(sure=True)), back=taps.MyHousehold())


def moved_out(say: Words) -> Screen:
    text = say("You have left the household. Thank you for having been here. You can read on.")
    return screen(say, text, back=GoHome())


def not_of_household(say: Words, _: NotOfHousehold) -> Screen:
    return screen(say, say("They are not in your household here. Please look again."), _look_again(say))


def nothing_to_decide(say: Words, _: NothingToDecide) -> Screen:
    return screen(say, say("This has been settled since. Please look again."), _look_again(say))


def another_must_agree(say: Words, _: AnotherMustAgree) -> Screen:
    return screen(say, say("Somebody else of your household has to propose you."), _look_again(say))


def _look_again(say: Words) -> Choice:
    return Choice(say.plain(MY_HOUSEHOLD), taps.MyHousehold())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NotOfHousehold: not_of_household,
    NothingToDecide: nothing_to_decide,
    AnotherMustAgree: another_must_agree,
}
