"""How the shelf looks to those who keep it, and a pickup to whoever hands it over."""

from collections.abc import Sequence

from bot.config import RedeemingRules
from bot.kit.screens import ELDER_CHOICES, Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later
from bot.redeeming import taps
from bot.redeeming.forms import GoodDraft
from bot.redeeming.model.good import Good, Part, Shelf
from bot.redeeming.model.redemption import Pickup
from bot.redeeming.views import named

MANAGE = later("Manage the shelf")
QUESTIONS = {
    Part.CALLED: later("What is it called, in at most {most} characters? You may send a photo with it."),
    Part.PRICE: later("How many points does one cost?"),
    Part.LEFT: later("How many are there?"),
    Part.EACH: later("How many may one person have?"),
    Part.PHOTO: later("Please send the photo now."),
}
CHANGES = {
    Part.PRICE: later("Change the price"),
    Part.LEFT: later("Change how many there are"),
    Part.EACH: later("Change how many each may have"),
    Part.PHOTO: later("Another photo"),
}


UNITS = {
    Part.PRICE: later("{number} points"),
    Part.LEFT: later("{number} of it"),
    Part.EACH: later("{number} of it"),
}


def manage(say: Words) -> Choice:
    return Choice(say.plain(MANAGE), taps.ManageGoods())


def fetch(say: Words) -> Choice:
    return Choice(say.plain("Somebody fetches something"), taps.FetchCode())


def desk(say: Words, found: Shelf) -> Screen:
    """All goods: what stands on the shelf and what was taken off it."""
    more = [Choice(say.plain("More choices"), taps.ManageGoods(page=found.page + 1))] if found.pages > 1 else []
    looks = [Choice(named(say, one.called), taps.ManageGood(good=one.id)) for one in found.goods]
    put = Choice(say.plain("Put something up"), taps.NewGood())
    if say.elder:
        return screen(
            say, say("Which one would you like to change?"), *looks[: ELDER_CHOICES - 2], *(more or [fetch(say)]), put
        )
    lines = [say("The shelf: tap what you would like to change.")]
    lines += [_line(say, one) for one in found.goods]
    return screen(say, "\n".join(lines), *looks, *more, put, fetch(say), back=GoHome())


def _line(say: Words, one: Good) -> str:
    values = {"called": named(say, one.called), "price": one.price, "left": one.left, "each": one.each}
    if one.offered:
        return say("{called}: {price} points, {left} left, {each} for each", **values)
    return say("{called}: off the shelf", **values)


def card(say: Words, one: Good, page: int = 0) -> Screen:
    """One good and what can be changed."""
    changes = [Choice(say.plain(what), taps.ChangeGood(good=one.id, part=part)) for part, what in CHANGES.items()]
    label = say.plain("Take it off the shelf") if one.offered else say.plain("Put it on the shelf")
    changes.append(Choice(label, taps.OfferGood(good=one.id, offered=not one.offered)))
    shown = page_of(say, changes, page, taps.ManageGood(good=one.id, page=page + 1))
    return screen(say, _line(say, one), *shown, back=taps.ManageGoods())


def question(say: Words, draft: GoodDraft, rules: RedeemingRules) -> Screen:
    """What the draft asks next, or the whole of it read back."""
    drop = Choice(say.plain("Put nothing up"), taps.DropGood(key=draft.key))
    match draft.asks:
        case None:
            return _read_back(say, draft, drop)
        case Part.PHOTO:
            without = Choice(say.plain("Without a photo"), taps.NoGoodPhoto(key=draft.key))
            return screen(say, say(QUESTIONS[Part.PHOTO]), without, drop)
        case Part.CALLED:
            return screen(say, say(QUESTIONS[Part.CALLED], most=rules.name_characters), drop)
        case part:
            numbers = [
                Choice(_counted(say, part, number), taps.SayOfGood(key=draft.key, part=part, number=number))
                for number in offered(part, rules)
            ]
            return screen(say, say(QUESTIONS[part]), *numbers, drop, columns=3)


def offered(part: Part, rules: RedeemingRules) -> Sequence[int]:
    """The numbers that are offered by a tap; any other can be written."""
    numbers = {Part.PRICE: rules.offered_prices, Part.LEFT: rules.offered_stocks, Part.EACH: rules.offered_limits}
    return numbers.get(part, ())


def ask_change(say: Words, one: Good, part: Part, rules: RedeemingRules) -> Screen:
    numbers = [
        Choice(_counted(say, part, number), taps.SetOfGood(good=one.id, part=part, number=number))
        for number in offered(part, rules)
    ]
    back = taps.ManageGood(good=one.id)
    return screen(say, say(QUESTIONS[part]), *numbers, columns=3, back=back)


def _counted(say: Words, part: Part, number: int) -> str:
    return say.plain(UNITS[part], number=number)


def _read_back(say: Words, draft: GoodDraft, drop: Choice) -> Screen:
    text = say("{called}: {price} points, {left} there, {each} for each. Put it on the shelf?",
               called=named(say, draft.called), price=draft.price or 0, left=draft.left or 0,
               each=draft.each or 0)  # fmt: skip
    photo = say.plain("Another photo") if draft.photo else say.plain("Add a photo")
    return screen(
        say,
        text,
        Choice(say.plain("Yes, put it up"), taps.PutUp(key=draft.key)),
        Choice(photo, taps.AddGoodPhoto(key=draft.key)),
        drop,
    )


def put_up(say: Words, one: Good) -> Screen:
    text = say("{called} stands on the shelf now.", called=named(say, one.called))
    return screen(say, text, Choice(say.plain("Put something up"), taps.NewGood()), manage(say), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, nothing is put up."), manage(say), back=GoHome())


def cannot_keep(say: Words) -> Screen:
    return screen(say, say("That I cannot use here. Please write it, or tap a button."), manage(say))


def ask_code(say: Words) -> Screen:
    return screen(say, say("Which four digits does the neighbour tell you?"), back=GoHome())


def pickup(say: Words, found: Pickup) -> Screen:
    """What waits under the digits, and for whom; the one read-back before it binds."""
    called = named(say, found.redemption.called)
    if found.resident is None:
        text = say("{called}, for somebody who has moved away. Do you hand it over?", called=called)
    elif say.elder:
        text = say("{called}, for {name}. Do you hand it over?", called=called, name=found.resident.name)
    else:
        address = found.resident.household.address
        text = say("{called}, for {name}, {address}. Do you hand it over now?", called=called,
                   name=found.resident.name, address=address)  # fmt: skip
    yes = taps.HandOver(redemption=found.redemption.id, turn=found.redemption.turn)
    return screen(say, text, Choice(say.plain("Yes, it is handed over"), yes), Choice(say.plain("Not now"), GoHome()))


def handed(say: Words) -> Screen:
    text = say("Noted. I ask the neighbour whether it has arrived. Thank you.")
    return screen(say, text, fetch(say), back=GoHome())


def missing(say: Words, called: str, name: str, code: str) -> Screen:
    """To whoever said that they handed it over."""
    text = say("{name} has not got {called}, code {code}. Please look into it together.", name=name,
               called=named(say, called), code=code)  # fmt: skip
    return screen(say, text, fetch(say), back=GoHome())
