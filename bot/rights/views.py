"""How one's own data and its deletion look."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, GoHome, Screen, pages, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import AgeBand
from bot.residents.taps import Join
from bot.rights import taps
from bot.rights.model import (
    Correction,
    DecidedAlready,
    Field,
    GraceOver,
    LastModerator,
    NoCorrection,
    NotAName,
    NothingKept,
    NothingToUndo,
)

AGES = {
    AgeBand.MINOR: later("Under 18"),
    AgeBand.YOUNG: later("18 to 35"),
    AgeBand.MIDDLE: later("36 to 59"),
    AgeBand.OLDER: later("60 or older"),
}
DELETION = later(
    "After {days} days your name and your words are deleted here. Until then you can change your mind at any time. "
    "Your place on the roll and your roles end. "
    "What you reported keeps its number, its kind, its building and its dates, without you. "
    "Messages that others have received cannot be called back."
)
STAY = later("I stay after all")


def explain_deletion(say: Words, days: int, page: int) -> Screen:
    """The first of two steps; in 长辈版 on successive screens."""
    text = say.plain(DELETION, days=days)
    parts = pages(text) if say.elder else [text]
    if page < len(parts) - 1:
        return screen(say, parts[page], Choice(say.plain("Go on reading"), taps.ExplainDeletion(page=page + 1)))
    delete = Choice(say.plain("Delete my data"), taps.Delete())
    return screen(say, parts[-1], delete, Choice(say.plain("Not now, leave it"), GoHome()))


def deletion_asked(say: Words, due_at: datetime) -> Screen:
    text = say("Noted. Your data is deleted on {time}. Until then one tap is enough to stay.", time=say.time(due_at))
    return screen(say, text, Choice(say.plain(STAY), taps.KeepMe()))


def deletion_near(say: Words, due_at: datetime) -> Screen:
    text = say("On {time} your data is deleted; I will not write again. To stay, tap below.", time=say.time(due_at))
    return screen(say, text, Choice(say.plain(STAY), taps.KeepMe()))


def deletion_put_off(say: Words) -> Screen:
    text = say("You are the last who moderates or administers, so your data is still here. Please ask for a successor.")
    return screen(say, text, Choice(say.plain(STAY), taps.KeepMe()))


def stays(say: Words) -> Screen:
    return screen(say, say("Good, nothing is deleted. Everything stays as it was."), back=GoHome())


def what_to_correct(say: Words) -> Screen:
    return screen(
        say,
        say("What is wrong?"),
        Choice(say.plain("How I am called"), taps.CallMe(on_roll=False)),
        Choice(say.plain("My name on the roll"), taps.CallMe(on_roll=True)),
        Choice(say.plain("My age group"), taps.MyAgeIsWrong()),
        columns=1,
        back=taps.SeeKept(),
    )


def ask_name(say: Words, on_roll: bool) -> Screen:
    text = say("Please write how you would like to be called.")
    if on_roll:
        text = say("Please write your right name. A moderator compares it, then the roll is changed.")
    return screen(say, text, Choice(say.plain("It is right as it is"), GoHome()), back=taps.Correct())


def ask_age(say: Words) -> Screen:
    choices = [Choice(say.plain(name), taps.RightAge(age_band=band)) for band, name in AGES.items()]
    return screen(say, say("Which age group is right?"), *choices, back=taps.Correct())


def called(say: Words, name: str) -> Screen:
    return screen(say, say("Good, from now on you are {name} here.", name=name), back=GoHome())


def correction_sent(say: Words) -> Screen:
    return screen(say, say("A moderator compares it now. You will be told here what came of it."), back=GoHome())


def card(say: Words, correction: Correction) -> Screen:
    """What a moderator is asked."""
    resident = correction.resident
    text = say(
        "<b>The roll is wrong about {name}?</b>\n{address}\nIt says: {old}\nRight would be: {new}",
        name=correction.old if correction.field is Field.NAME else resident.name,
        address=resident.household.address,
        old=_value(say, correction.field, correction.old),
        new=_value(say, correction.field, correction.new),
    )
    if correction.agreed is not None:
        decision = say("Changed by {name}.", name=correction.decided_by)
        if not correction.agreed:
            decision = say("Left as it was by {name}.", name=correction.decided_by)
        return Screen(f"{text}\n{decision}")
    agree = Choice(say.plain("Agree"), taps.Decide(correction=correction.id, agreed=True))
    return Screen(text, ((agree, Choice(say.plain("Not right"), taps.Decide(correction=correction.id, agreed=False))),))


def decided(say: Words) -> Screen:
    return screen(say, say("Thank you. Whoever asked has been told."))


def correction_decided(say: Words, correction: Correction) -> Screen:
    """What the one who asked is told."""
    new = shorten(_value(say, correction.field, correction.new), 20 if say.elder else 64)
    text = say("The roll has been changed. It says now: {new}", new=new)
    if not correction.agreed:
        text = say("A moderator compared it and left the roll as it was. A person will gladly explain it to you.")
    return screen(say, text, back=GoHome())


def deleted(say: Words) -> Screen:
    """Stands in place of a card about somebody who was forgotten."""
    return screen(say, say("(deleted)"))


def in_private(say: Words) -> Screen:
    return screen(say, say("That is for you alone. Please write it to me in our private chat."))


def fetch_failed(say: Words) -> Screen:
    text = say("The file did not get through. Please try once more.")
    return screen(say, text, Choice(say.plain("Send me the file"), taps.FetchFile()), back=GoHome())


def grace_over(say: Words, _: GraceOver) -> Screen:
    text = say("The time is over, your data is being deleted. You are welcome to join anew afterwards.")
    return screen(say, text, back=GoHome())


def nothing_to_undo(say: Words, refusal: NothingToUndo) -> Screen:
    if refusal.known:
        return screen(say, say("You have not asked for a deletion. Everything stays as it is."), back=GoHome())
    return nothing_kept(say, NothingKept())


def nothing_kept(say: Words, _: NothingKept) -> Screen:
    text = say("Nothing is kept about you here. You are welcome to join at any time.")
    return screen(say, text, Choice(say.plain("Join my household"), Join()), back=GoHome())


def last_moderator(say: Words, _: LastModerator) -> Screen:
    text = say("You are the last moderator or administrator. Please let somebody take over first, then you can go.")
    return screen(say, text, back=GoHome())


def not_a_name(say: Words, refusal: NotAName) -> Screen:
    return screen(say, say("Please write only the name, in at most {most} characters.", most=refusal.most))


def no_correction(say: Words, _: NoCorrection) -> Screen:
    return screen(say, say("Whoever asked for this has had their data deleted. Nothing is left to do."))


def decided_already(say: Words, refusal: DecidedAlready) -> Screen:
    return screen(say, say("{name} has decided this already. Thank you.", name=refusal.by))


def in_parts(say: Words, text: str, page: int) -> Screen:
    """What is kept, as many characters at a time as fit, then what can be done about it."""
    parts = pages(text, ELDER_CHARACTERS if say.elder else PAGE)
    page = min(page, len(parts) - 1)
    shown = say.quote(parts[page])
    more = [Choice(say.plain("Go on reading"), taps.SeeKept(page=page + 1))] if page < len(parts) - 1 else []
    return screen(
        say,
        shown,
        *more,
        Choice(say.plain("Send me the file"), taps.FetchFile()),
        Choice(say.plain("Correct something"), taps.Correct()),
        Choice(say.plain("Delete my data"), taps.ExplainDeletion()),
        columns=1,
        back=GoHome(),
    )


def _value(say: Words, field: Field, value: str) -> str:
    return say.plain(AGES[AgeBand(value)]) if field is Field.AGE else value


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    GraceOver: grace_over,
    NothingToUndo: nothing_to_undo,
    NothingKept: nothing_kept,
    LastModerator: last_moderator,
    NotAName: not_a_name,
    NoCorrection: no_correction,
    DecidedAlready: decided_already,
}
