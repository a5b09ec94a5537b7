"""How a sitting looks to those who take part."""

from bot.agenda.model.item import Item
from bot.agenda.taps import SeeItem
from bot.floor import taps
from bot.floor.forms import CheckingIn
from bot.floor.model.desk import Came, Tally, WrongCode
from bot.floor.model.presence import Origin
from bot.floor.model.queue import Turn
from bot.floor.model.treated import Treated
from bot.floor.part_views import STANDS, check_in, from_afar, how_long, title, want_floor, whether_voted, who_is_there
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words
from bot.sittings.model.sitting import SittingId


def invited(say: Words, sitting: SittingId) -> Screen:
    """To who may come, once it is open."""
    text = say("The deliberation day is open. Please check in, here or from afar.")
    return screen(say, text, check_in(say), from_afar(say, sitting), columns=1)


def ask_code(say: Words, form: CheckingIn) -> Screen:
    return screen(say, say("Please type the four digits on the board in the room."), from_afar(say, form.sitting))


def wrong_code(say: Words, wrong: WrongCode) -> Screen:
    if not wrong.left:
        text = say("Not these digits. Please check in by the button below; it counts just the same.")
    else:
        text = say("Not these digits. Please look at the board again; {left} more tries.", left=wrong.left)
    return screen(say, text, from_afar(say, wrong.sitting))


def came(say: Words, came: Came) -> Screen:
    speak = [want_floor(say)] if came.item_open else []
    return screen(say, "\n".join((_thanks(say, came), who_is_there(say, came.present))), *speak, back=GoHome())


def came_in_group(say: Words, came: Came) -> Screen:
    """In an alert."""
    return Screen("\n".join((_thanks(say, came), who_is_there(say, came.present))))


def _thanks(say: Words, came: Came) -> str:
    if came.check_in.origin is Origin.REMOTE:
        return say("You are checked in, from afar.")
    return say("You are checked in, in the room.")


def ask_stand(say: Words, item: Item, sitting: SittingId) -> Screen:
    return screen(say, say("Now: {what}. How would you like to speak?", what=title(say, item)),
                  *_stands(say, item, sitting), columns=1)  # fmt: skip


def offered(say: Words, item: Item, sitting: SittingId) -> Screen:
    """To who said at sign-up that they want to speak."""
    text = say("Now: {what}. You wanted to speak. How?", what=title(say, item))
    return screen(say, text, *_stands(say, item, sitting), columns=1)


def queued(say: Words, turn: Turn, before: int) -> Screen:
    if turn.speaks:
        return your_turn(say, turn)
    long = how_long(say, turn.seconds)
    text = say("You are next. Please speak for {long} at most.", long=long)
    if before:
        text = say("{before} speak before you; I tell you when it is your turn. {long} at most.", before=before,
                   long=long)  # fmt: skip
    return screen(say, text, Choice(say.plain("I will not speak"), taps.LeaveFloor(turn=turn.id)))


def your_turn(say: Words, turn: Turn) -> Screen:
    text = say("It is your turn to speak. {long} at most, please.", long=how_long(say, turn.seconds))
    return screen(say, text)


def left(say: Words) -> Screen:
    return screen(say, say("Good, you are not in the queue. You may ask again."), want_floor(say))


def talked_about(say: Words, item: Item, treated: Treated) -> Screen:
    """To who proposed it: it was not voted on."""
    text = say("{what} was talked about at the sitting; {whether}.", what=title(say, item),
               whether=whether_voted(say, treated))  # fmt: skip
    return screen(say, text, Choice(say.plain("See the item"), SeeItem(item=item.id)))


def tally(say: Words, tally: Tally) -> Screen:
    return screen(say, tally_line(say, tally), back=GoHome())


def tally_line(say: Words, tally: Tally) -> str:
    if not tally.called:
        return say("No deliberation day was held in the past year.")
    return say("In the past year {held} of {called} deliberation days had a quorum: {percent}%.", held=tally.held,
               called=tally.called, percent=tally.percent)  # fmt: skip


def only_in_private(say: Words) -> Screen:
    return screen(say, say("Please do this in our private chat."))


def _stands(say: Words, item: Item, sitting: SittingId) -> list[Choice]:
    return [
        Choice(say.plain(label), taps.AskFloor(sitting=sitting, item=item.id, stand=stand))
        for stand, label in STANDS.items()
    ]
