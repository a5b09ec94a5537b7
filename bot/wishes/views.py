"""How wishes look: making one, its card in the group, the lists."""

from collections.abc import Sequence

from bot.kit.home import MAKE_WISH, MakeWish
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, GoHome, Screen, pages, screen
from bot.kit.words import Words, later, shorten
from bot.wishes import taps
from bot.wishes.forms import WishDraft
from bot.wishes.model.wish import Standing, State, Wish, WishPage

SEE_WISHES = later("See the neighbours' wishes")
MY_WISHES = later("My wishes")
CLAIM = later("I will see to it")
GRANTED = later("My wish has come true")
WITHDRAW = later("Take the wish back")
GIVE_BACK = later("I cannot come")
NO_WISH = later("No wish after all")
STATES = {
    State.OPEN: later("waiting for a neighbour; on {day} I ask you"),
    State.OFFERED: later("the next neighbour is being asked"),
    State.CLAIMED: later("{name} will come"),
    State.GRANTED: later("has come true"),
    State.WITHDRAWN: later("taken back"),
    State.TAKEN_DOWN: later("taken down: {reason}"),
}
"""What its wisher reads."""


def mark(say: Words, number: int) -> str:
    """What a wish is called: #W5, or in 长辈版 without letters."""
    return say.plain("No. {number}", number=number) if say.elder else f"#W{number}"


def my_wishes(say: Words) -> Choice:
    return Choice(say.plain(MY_WISHES), taps.MyWishes())


def see_wishes(say: Words) -> Choice:
    return Choice(say.plain(SEE_WISHES), taps.SeeWishes())


def make_wish(say: Words) -> Choice:
    return Choice(say.plain(MAKE_WISH), MakeWish())


def claim(say: Words, wish: Wish) -> Choice:
    return Choice(say.plain(CLAIM), taps.ClaimWish(wish=wish.id))


def withdraw(say: Words, wish: Wish, *, sure: bool = False) -> Choice:
    return Choice(say.plain(WITHDRAW), taps.Withdraw(wish=wish.id, sure=sure))


def granted(say: Words, wish: Wish) -> Choice:
    return Choice(say.plain(GRANTED), taps.Grant(wish=wish.id, turn=wish.turn))


def give_back(say: Words, wish: Wish) -> Choice:
    return Choice(say.plain(GIVE_BACK), taps.GiveBack(wish=wish.id, turn=wish.turn))


def paged(say: Words, text: str) -> Sequence[Screen]:
    """A plain text on as many screens as it needs."""
    return [screen(say, say.quote(part)) for part in pages(text, ELDER_CHARACTERS if say.elder else PAGE)]


def question(say: Words, draft: WishDraft, most: int) -> Screen:
    """What the draft asks next; `most` characters fit."""
    drop = Choice(say.plain(NO_WISH), taps.DropWish(key=draft.key))
    if draft.adding:
        text = say("Please send the photo now. Neighbours who have joined can see it.")
        return screen(say, text, Choice(say.plain("Without a photo"), taps.NoPhoto(key=draft.key)))
    if not draft.text:
        text = say("Please write your wish in one sentence of at most {most} characters.", most=most)
        if draft.photo:
            text = say("I have the photo. Now the wish in one sentence of at most {most} characters.", most=most)
        return screen(say, text, see_wishes(say), drop)
    return _read_back(say, draft, drop)


def _read_back(say: Words, draft: WishDraft, drop: Choice) -> Screen:
    told = shorten(draft.text, 26 if say.elder else 200)
    text = say("You say: {told}\nThe group reads your building only; who takes it on learns your name and door. Right?",
               told=told)  # fmt: skip
    photo = say.plain("Another photo") if draft.photo else say.plain("Add a photo")
    return screen(
        say,
        text,
        Choice(say.plain("Yes, make the wish"), taps.ConfirmWish(key=draft.key)),
        Choice(say.plain("In other words"), taps.SayAnew(key=draft.key)),
        Choice(photo, taps.AddPhoto(key=draft.key)),
        drop,
    )


def cannot_keep(say: Words) -> Screen:
    return screen(say, say("I can take a written sentence and a photo; not this. Please write it."))


def made(say: Words, wish: Wish) -> Screen:
    text = say("Noted, it is wish {mark}. When a neighbour takes it on, I tell you.", mark=mark(say, wish.number))
    return screen(say, text, my_wishes(say), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, no wish. Whenever you have one, come back."), back=GoHome())


def card(say: Words, wish: Wish) -> Screen:
    """In the group: by building, never by name."""
    if wish.wisher.gone:
        return Screen(say("(deleted)"))
    values = {"building": wish.wisher.building, "mark": mark(say, wish.number)}
    match wish.state:
        case State.WITHDRAWN:
            return Screen(say("<b>Wish {mark}, building {building}</b>\nIt was taken back.", **values))
        case State.TAKEN_DOWN:
            return Screen(say("<b>Wish {mark}, building {building}</b>\nModerators took it down.", **values))
    text = say("<b>Wish {mark} of a neighbour in building {building}</b>\n{text}", text=wish.text, **values)
    rows = [(claim(say, wish),)]
    if wish.photo:
        rows.append((_photo(say, wish),))
    return Screen("\n".join((text, _stands(say, wish))), () if wish.state is State.GRANTED else tuple(rows))


def _stands(say: Words, wish: Wish) -> str:
    if wish.state is State.OPEN:
        return say("Tap below if you can see to it. Who made the wish learns who comes.")
    if wish.state is State.OFFERED:
        return say("The next neighbour is being asked. Tap below to queue.")
    if wish.state is State.CLAIMED:
        return say("A neighbour sees to it. Tap below to be next, should it be needed.")
    if wish.helper is not None and wish.named and wish.helper.name:
        return say("It has come true. Thank you, {name} of building {building}.", name=wish.helper.name,
                   building=wish.helper.building)  # fmt: skip
    building = wish.helper.building if wish.helper else ""
    return say("It has come true. Thank you, neighbour of building {building}.", building=building)


def _photo(say: Words, wish: Wish) -> Choice:
    return Choice(say.plain("See the photo"), taps.SeePhoto(wish=wish.id))


def photo_comes(say: Words) -> Screen:
    return screen(say, say("The photo comes to you alone in a moment."))


def listed(say: Words, found: WishPage) -> Screen:
    """Open wishes: five at once, in 长辈版 one."""
    if not found.wishes:
        text = say("No wish is waiting for a neighbour now.")
        return screen(say, text, make_wish(say), my_wishes(say), back=GoHome())
    further = taps.SeeWishes(page=found.page + 1)
    label = say.plain("Show the next") if say.elder else say.plain("More choices")
    more = [Choice(label, further)] if found.pages > 1 else []
    if say.elder:
        wish = found.wishes[0]
        text = say("A neighbour in building {building}: {text}", building=wish.wisher.building,
                   text=shorten(wish.text, 40))  # fmt: skip
        seen = [_photo(say, wish)] if wish.photo else []
        deed = my_wishes(say) if wish.wisher.telegram_id == found.reader else claim(say, wish)
        return screen(say, text, deed, *seen, *more, make_wish(say))
    lines = [
        say("{mark} building {building}: {text}", mark=mark(say, wish.number), building=wish.wisher.building,
            text=shorten(wish.text, 200))
        for wish in found.wishes
    ]  # fmt: skip
    if found.moderates:
        lines.append(say("To take one down, write: /takedown 5 and the reason."))
    deeds = [choice for wish in found.wishes for choice in _offers(say, wish, found.reader)]
    return screen(say, "\n".join(lines), *deeds, *more, make_wish(say), my_wishes(say), back=GoHome())


def _offers(say: Words, wish: Wish, reader: int) -> list[Choice]:
    numbered = mark(say, wish.number)
    offers = []
    if wish.wisher.telegram_id != reader:
        offers.append(Choice(say.plain("I see to {mark}", mark=numbered), taps.ClaimWish(wish=wish.id)))
    if wish.photo:
        offers.append(Choice(say.plain("Photo of {mark}", mark=numbered), taps.SeePhoto(wish=wish.id)))
    return offers


def mine(say: Words, standings: Sequence[Standing], page: int) -> Screen:
    """What became of mine, and of those I see to or wait for: one at a time."""
    if not standings:
        text = say("You have made no wish and taken none on.")
        return screen(say, text, make_wish(say), see_wishes(say), back=GoHome())
    standing = standings[page % len(standings)]
    more = [Choice(say.plain("Show the next"), taps.MyWishes(page=page + 1))] if len(standings) > 1 else []
    wish = standing.wish
    text = say("Wish {mark}: {text}\n{state}", mark=mark(say, wish.number),
               text=shorten(wish.text, 14 if say.elder else 200) or say.plain("(deleted)"),
               state=_state(say, standing))  # fmt: skip
    return screen(say, text, *_deeds(say, standing), *more, back=GoHome())


def _state(say: Words, standing: Standing) -> str:
    wish = standing.wish
    if standing.waiting is not None:
        return say.plain("you are number {position} in the queue", position=standing.waiting.position)
    if standing.mine:
        name = wish.helper.name if wish.helper else ""
        day = say.day(wish.due_at) if wish.due_at else ""
        reason = shorten(wish.reason, 20) if say.elder else wish.reason
        return say.plain(STATES[wish.state], name=name or say.plain("A neighbour"), day=day, reason=reason)
    if wish.state is State.CLAIMED:
        return say.plain("you see to it: {name}, {address}", name=wish.wisher.name, address=wish.wisher.address)
    if wish.state is State.OFFERED:
        return say.plain("it is your turn, if you like")
    return say.plain("has come true")


def _deeds(say: Words, standing: Standing) -> list[Choice]:
    wish = standing.wish
    if standing.waiting is not None:
        return [leave(say, standing)]
    if standing.mine and wish.live:
        return [granted(say, wish), withdraw(say, wish)] if wish.state is State.CLAIMED else [withdraw(say, wish)]
    if not standing.mine and wish.state is State.OFFERED:
        return [claim(say, wish), give_back(say, wish)]
    return [give_back(say, wish)] if not standing.mine and wish.state is State.CLAIMED else []


def leave(say: Words, standing: Standing) -> Choice:
    """Out of the queue."""
    waiting = standing.waiting.id if standing.waiting else 0
    return Choice(say.plain("I wait no longer"), taps.LeaveQueue(wish=standing.wish.id, waiting=waiting))
