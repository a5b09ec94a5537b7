"""How the shelf and redemptions look to residents."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import RedeemingRules
from bot.kit.home import REDEEM, SeeGoods, SeePoints
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.redeeming import taps
from bot.redeeming.model.good import Good, Shelf
from bot.redeeming.model.redemption import Own, Redemption, State

MY_REDEMPTIONS = later("What I exchanged")
RECEIVED = later("I have it")
NOT_RECEIVED = later("I do not have it")
STATES = {
    State.RESERVED: later("kept for you until {day}, code {code}"),
    State.HANDED: later("handed over; please say whether you have it"),
    State.DONE: later("you have it"),
    State.UNDONE: later("taken back, your points are back"),
    State.EXPIRED: later("not fetched, your points are back"),
}
"""What its owner reads."""
ELDER_NAME = 12
"""Characters of a good's name that leave room for what is said of it in 长辈版."""
ELDER_PLACE = 10
LABEL = 40
"""Characters of a good's name on a button."""


def named(say: Words, called: str) -> str:
    """A good's name, as long as there is room."""
    return shorten(called, ELDER_NAME if say.elder else LABEL)


def see_goods(say: Words) -> Choice:
    return Choice(say.plain(REDEEM), SeeGoods())


def my_redemptions(say: Words) -> Choice:
    return Choice(say.plain(MY_REDEMPTIONS), taps.MyRedemptions())


def shelf(say: Words, found: Shelf) -> Screen:
    """What can be had: five at once, in 长辈版 one."""
    manage = [Choice(say.plain("Manage the shelf"), taps.ManageGoods())] if found.manages else []
    if not found.goods:
        text = say("You have {balance} points. The shelf is empty now; your points stay yours.", balance=found.balance)
        return screen(say, text, my_redemptions(say), *manage, back=SeePoints())
    turn = SeeGoods(page=found.page + 1)
    more = [Choice(say.plain("Show the next") if say.elder else say.plain("More choices"), turn)]
    if say.elder:
        return _good(say, found.goods[0], found.balance, *(more if found.pages > 1 else []))
    lines = [say("You have {balance} points. What would you like?", balance=found.balance)]
    if found.spent:
        lines.append(say("What was set aside for this month has been exchanged; it goes on with the next month."))
    lines += [
        say("{called}: {price} points, {left} left", called=one.called, price=one.price, left=one.left)
        for one in found.goods
    ]
    looks = [Choice(named(say, one.called), taps.LookAt(good=one.id)) for one in found.goods]
    return screen(
        say, "\n".join(lines), *looks, *(more if found.pages > 1 else []), my_redemptions(say), *manage,
        back=SeePoints(),
    )  # fmt: skip


def good(say: Words, one: Good, balance: int) -> Screen:
    """One of them from near by."""
    return _good(say, one, balance)


def _good(say: Words, one: Good, balance: int, *more: Choice) -> Screen:
    text = say("{called}: {price} points, {left} left. You have {balance} points.", called=named(say, one.called),
               price=one.price, left=one.left, balance=balance)  # fmt: skip
    if not say.elder:
        text += "\n" + say("Each may have {each} of it.", each=one.each)
    photo = [Choice(say.plain("See the photo"), taps.GoodPhoto(good=one.id))] if one.photo else []
    want = Choice(say.plain("Exchange for one"), taps.WantGood(good=one.id))
    return screen(say, text, want, *photo, *more, my_redemptions(say), back=SeeGoods())


def ask(say: Words, one: Good, balance: int, key: str) -> Screen:
    """The one read-back before points are set aside."""
    text = say("Exchange {price} points for {called}? You then have {rest}.", price=one.price,
               called=named(say, one.called), rest=balance - one.price)  # fmt: skip
    yes = Choice(say.plain("Yes, keep one for me"), taps.Reserve(good=one.id, price=one.price, key=key))
    return screen(say, text, yes, Choice(say.plain("Not now"), SeeGoods()), columns=1)


def reserved(say: Words, redemption: Redemption, rules: RedeemingRules) -> Screen:
    values = {"called": named(say, redemption.called), "code": redemption.code, "day": say.day(redemption.until)}
    if say.elder:
        text = say("{called} is kept for you until {day}. Say {code} when you fetch it.", **values)
        return screen(say, text, my_redemptions(say), undo(say, redemption))
    text = say(
        "<b>{called}</b> is kept for you until {day}: {place}. Tell whoever hands it over the code <b>{code}</b>.\n"
        "You may change your mind within {minutes} minutes.",
        place=rules.place,
        minutes=rules.undo_minutes,
        **values,
    )
    return screen(say, text, undo(say, redemption), my_redemptions(say), back=GoHome())


def mine(say: Words, own: Own, page: int) -> Screen:
    """What became of each: one at a time."""
    if not own.redemptions:
        return screen(say, say("You have exchanged nothing yet."), see_goods(say), back=SeePoints())
    one = own.redemptions[page % len(own.redemptions)]
    state = say.plain(STATES[one.state], day=say.day(one.until), code=one.code)
    text = say("{called}: {state}.", called=named(say, one.called), state=state)
    if one.state is State.RESERVED:
        place = shorten(own.rules.place, ELDER_PLACE) if say.elder else own.rules.place
        text += "\n" + say("Fetch it here: {place}", place=place)
    more = [Choice(say.plain("Show the next"), taps.MyRedemptions(page=page + 1))] if len(own.redemptions) > 1 else []
    return screen(say, text, *_deeds(say, one, own.now, own.rules), *more, see_goods(say), back=SeePoints())


def undo(say: Words, redemption: Redemption) -> Choice:
    return Choice(say.plain("I do not want it after all"), taps.Undo(redemption=redemption.id))


def undone(say: Words, redemption: Redemption) -> Screen:
    text = say("Good. {called} is back on the shelf, and you have your {price} points again.",
               called=named(say, redemption.called), price=redemption.price)  # fmt: skip
    return screen(say, text, see_goods(say), back=GoHome())


def handed(say: Words, redemption: Redemption) -> Screen:
    """To its owner."""
    text = say("{called} was handed over to you, I am told. Do you have it?", called=named(say, redemption.called))
    return screen(say, text, *_answers(say, redemption))


def received(say: Words) -> Screen:
    text = say("How good. Enjoy it, and thank you for all that you do for your neighbours.")
    return screen(say, text, my_redemptions(say), back=GoHome())


def missed(say: Words, redemption: Redemption) -> Screen:
    text = say("I have told whoever handed it over. It stays kept for you until {day}, code {code}.",
               day=say.day(redemption.until), code=redemption.code)  # fmt: skip
    return screen(say, text, my_redemptions(say), back=GoHome())


def near(say: Words, redemption: Redemption) -> Screen:
    """To its owner, who has not fetched it yet."""
    text = say("{called} waits for you until {day}, code {code}. After that you have your points back.",
               called=named(say, redemption.called), day=say.day(redemption.until), code=redemption.code)  # fmt: skip
    return screen(say, text, my_redemptions(say), back=GoHome())


def expired(say: Words, redemption: Redemption) -> Screen:
    text = say("{called} was not fetched, so it is back on the shelf. Your {price} points are yours again.",
               called=named(say, redemption.called), price=redemption.price)  # fmt: skip
    return screen(say, text, see_goods(say), back=GoHome())


def in_private(say: Words) -> Screen:
    """In the group."""
    return screen(say, say("Points are exchanged in our private chat."), see_goods(say))


def _deeds(say: Words, one: Redemption, now: datetime, rules: RedeemingRules) -> Sequence[Choice]:
    if one.state is State.HANDED:
        return _answers(say, one)
    can_undo = one.state is State.RESERVED and now <= one.can_undo_until(rules)
    return [undo(say, one)] if can_undo else []


def _answers(say: Words, one: Redemption) -> Sequence[Choice]:
    return (
        Choice(say.plain(RECEIVED), taps.Receive(redemption=one.id, turn=one.turn)),
        Choice(say.plain(NOT_RECEIVED), taps.Miss(redemption=one.id, turn=one.turn)),
    )
