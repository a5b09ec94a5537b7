"""How granting a wish looks, to both sides and to who waits."""

from collections.abc import Sequence
from datetime import datetime

from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later, shorten, within
from bot.wishes import taps
from bot.wishes.model.wish import Standing, State, Wish
from bot.wishes.views import (
    claim,
    give_back,
    granted,
    leave,
    make_wish,
    mark,
    my_wishes,
    paged,
    see_wishes,
    withdraw,
)

QUEUED = later(
    "A neighbour sees to wish {mark} already. You are number {position}; if they cannot come, you are asked."
)


def claimed(say: Words, standing: Standing) -> Screen:
    """To who tapped, in private: theirs, or a place in the queue."""
    wish = standing.wish
    if standing.waiting is not None:
        text = say(QUEUED, mark=mark(say, wish.number), position=standing.waiting.position)
        return screen(say, text, leave(say, standing), my_wishes(say))
    values = {"mark": mark(say, wish.number), "address": wish.wisher.address, "name": wish.wisher.name}
    text = say("Thank you for wish {mark}. Please go to {name}, {address}, who knows that you come.", **values)
    if not say.elder:
        text += "\n" + say("The wish: {text}\nIf you cannot come, tap below; that is all right.", text=wish.text)
    return screen(say, text, give_back(say, wish), my_wishes(say))


def claimed_in_alert(say: Words, standing: Standing) -> str:
    """The same within the 200 characters of an alert; where to go is read in private."""
    numbered = mark(say, standing.wish.number)
    if standing.waiting is not None:
        return within(say.plain(QUEUED, mark=numbered, position=standing.waiting.position), 200)
    text = say.plain(
        "Thank you. Wish {mark} is yours; I write the name and the door into our private chat.", mark=numbered
    )
    return within(text, 200)


def who_comes(say: Words, wish: Wish) -> Screen:
    """To the wisher."""
    helper = wish.helper
    text = say("{name} of building {building} has taken on your wish {mark} and will come. Tap when it has come true.",
               name=helper.name if helper else "", building=helper.building if helper else 0,
               mark=mark(say, wish.number))  # fmt: skip
    return screen(say, text, granted(say, wish), withdraw(say, wish))


def your_turn(say: Words, wish: Wish, until: datetime) -> Screen:
    """To who waited longest."""
    text = say(
        "It is your turn: can you see to wish {mark}, {text}? Please answer by {day}.",
        day=say.day(until),
        **_about(say, wish),
    )
    return screen(say, text, claim(say, wish), give_back(say, wish))


def given_back(say: Words, wish: Wish) -> Screen:
    text = say("Good, wish {mark} goes to another neighbour. Thank you for saying so.", mark=mark(say, wish.number))
    return screen(say, text, see_wishes(say), back=GoHome())


def released(say: Words, wish: Wish) -> Screen:
    """To a helper who did not answer."""
    text = say("I heard nothing from you, so wish {mark} goes to another neighbour. Thank you for offering.",
               mark=mark(say, wish.number))  # fmt: skip
    return screen(say, text, see_wishes(say), back=GoHome())


def open_again(say: Words, wish: Wish) -> Screen:
    """To the wisher."""
    text = say("Who took on wish {mark} cannot come. We look for another neighbour and tell you.",
               mark=mark(say, wish.number))  # fmt: skip
    return screen(say, text, withdraw(say, wish), my_wishes(say))


def left_queue(say: Words) -> Screen:
    return screen(say, say("Good, you are not in the queue. Thank you for offering."), see_wishes(say), back=GoHome())


def came_true(say: Words, wish: Wish) -> Screen:
    """To the wisher."""
    text = say("How good. We thank your neighbour. Would you like to write a word of thanks yourself?")
    thanks = Choice(say.plain("Write thanks"), taps.WriteThanks(wish=wish.id))
    return screen(say, text, thanks, my_wishes(say), back=GoHome())


def thank_you(say: Words, wish: Wish) -> Screen:
    """The card that the helper gets."""
    name = wish.wisher.name or say.plain("A neighbour")
    text = say("🌷 Thank you. You made wish {mark} of {name} come true. May the group read your name?",
               mark=mark(say, wish.number), name=name)  # fmt: skip
    return screen(say, text, _name_me(say, wish, named=True), columns=1, back=GoHome())


def thanks_in_words(say: Words, wish: Wish, words: str) -> Sequence[Screen]:
    """What the wisher wrote, as written."""
    name = wish.wisher.name or say.plain("A neighbour")
    return paged(say, say.plain("{name} thanks you: {words}", name=name, words=words))


def ask_thanks(say: Words, most: int) -> Screen:
    text = say("Please write your thanks in at most {most} characters. Your neighbour reads them as you write them.",
               most=most)  # fmt: skip
    return screen(say, text, Choice(say.plain("Write nothing"), GoHome()))


def thanked(say: Words) -> Screen:
    return screen(say, say("I have handed it on. Thank you."), my_wishes(say), back=GoHome())


def credited(say: Words, wish: int, named: bool) -> Screen:
    if named:
        again = Choice(say.plain("Rather not"), taps.NameMe(wish=wish, named=False))
        return screen(say, say("Good, the group reads your name. Thank you."), again, back=GoHome())
    again = Choice(say.plain("My name may stand there"), taps.NameMe(wish=wish, named=True))
    return screen(say, say("Good, the group reads your building only."), again, back=GoHome())


def ask_withdraw(say: Words, wish: Wish) -> Screen:
    text = say("Take wish {mark} back?", mark=mark(say, wish.number))
    if wish.state is State.CLAIMED:
        text = say("Take wish {mark} back? A neighbour sees to it and will be told.", mark=mark(say, wish.number))
    return screen(say, text, withdraw(say, wish, sure=True), Choice(say.plain("Leave it"), taps.MyWishes()))


def withdrawn(say: Words, wish: Wish) -> Screen:
    text = say("Wish {mark} is taken back. Whenever you have another, come back.", mark=mark(say, wish.number))
    return screen(say, text, make_wish(say), back=GoHome())


def not_needed(say: Words, wish: Wish) -> Screen:
    """To helper and queue: granted by somebody else, or over."""
    text = say("Wish {mark} needs nobody any more. Thank you for offering.", mark=mark(say, wish.number))
    return screen(say, text, see_wishes(say), back=GoHome())


def lapsed(say: Words, wish: Wish) -> Screen:
    """To a wisher who was asked and did not answer."""
    text = say("I heard nothing from you, so wish {mark} is taken back. You may make it again at any time.",
               mark=mark(say, wish.number))  # fmt: skip
    return screen(say, text, make_wish(say), back=GoHome())


def taken_down(say: Words, wish: Wish) -> Sequence[Screen]:
    """To the wisher, with the reason."""
    return paged(say, say.plain("Moderators took your wish {mark} down. The reason: {reason}",
                                mark=mark(say, wish.number), reason=wish.reason))  # fmt: skip


def taken_down_now(say: Words, wish: Wish) -> Screen:
    """To the moderator."""
    text = say("Wish {mark} is taken down. Who made it reads the reason.", mark=mark(say, wish.number))
    return screen(say, text, see_wishes(say), back=GoHome())


def how_to_take_down(say: Words) -> Screen:
    text = say("Write for example: /takedown 5 This is for the property management. Its wisher reads the reason.")
    return screen(say, text, Choice(say.plain("See the neighbours' wishes"), taps.SeeWishes()))


def still_waiting(say: Words, wish: Wish, until: datetime) -> Screen:
    """To the wisher of a wish that nobody took on."""
    text = say(
        "Nobody has taken on wish {mark} yet, {text}. Wait longer? Without an answer it is taken back on {day}.",
        day=say.day(until),
        **_about(say, wish),
    )
    wait = Choice(say.plain("Wait longer"), taps.WaitOn(wish=wish.id))
    return screen(say, text, wait, withdraw(say, wish, sure=True))


def has_it_come_true(say: Words, wish: Wish, until: datetime) -> Screen:
    """To the wisher of a wish that somebody took on."""
    text = say(
        "Has wish {mark} come true, {text}? Without an answer another neighbour is asked on {day}.",
        day=say.day(until),
        **_about(say, wish),
    )
    wait = Choice(say.plain("Wait longer"), taps.WaitOn(wish=wish.id))
    return screen(say, text, granted(say, wish), wait, withdraw(say, wish))


def do_you_still_come(say: Words, wish: Wish, until: datetime) -> Screen:
    """To the helper."""
    text = say(
        "Can you still see to wish {mark}, {text}? Without an answer another neighbour is asked on {day}.",
        day=say.day(until),
        **_about(say, wish),
    )
    return screen(say, text, Choice(say.plain("I still come"), taps.WaitOn(wish=wish.id)), give_back(say, wish))


def noted(say: Words, wish: Wish) -> Screen:
    """Who waits or still comes."""
    day = say.day(wish.due_at) if wish.due_at else ""
    return screen(say, say("Good. I ask again on {day}.", day=day), my_wishes(say), back=GoHome())


def in_private(say: Words) -> Screen:
    """In the group."""
    return screen(say, say("Wishes are made and read in our private chat."), make_wish(say), see_wishes(say))


def _name_me(say: Words, wish: Wish, *, named: bool) -> Choice:
    return Choice(say.plain("My name may stand there"), taps.NameMe(wish=wish.id, named=named))


def _about(say: Words, wish: Wish) -> dict[str, str]:
    """Which wish it is, to somebody who may have forgotten."""
    return {"mark": mark(say, wish.number), "text": shorten(wish.text, 10 if say.elder else 200)}
