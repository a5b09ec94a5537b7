"""How picking an item looks to the chair, closing it, and counting hands."""

from collections.abc import Sequence

from bot.agenda.model.item import Item
from bot.floor import taps
from bot.floor.chair_views import open_item
from bot.floor.forms import Counting
from bot.floor.model.desk import Desk
from bot.floor.model.treated import Result
from bot.floor.part_views import counted, rule, see_desk, title
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, later
from bot.sittings.model.sitting import SittingId

MOST_OFFERED = 12
QUESTIONS = (
    later("{what}\nHow many are for it?"),
    later("{what}\nHow many are against it?"),
    later("{what}\nHow many abstain?"),
)


def pick(say: Words, ahead: Sequence[Item], sitting: SittingId, page: int) -> Screen:
    """Which of the agenda."""
    turn = taps.PickItem(sitting=sitting, page=page + 1)
    if not ahead:
        return screen(say, say("Nothing is ahead on the agenda."), see_desk(say, sitting))
    choices = [open_item(say, item, sitting) for item in ahead[:MOST_OFFERED]]
    text = say("Which item is next?")
    return screen(say, text, *page_of(say, choices, page, turn), columns=1, back=taps.SeeDesk(sitting=sitting))


def pick_other(say: Words, others: Sequence[Item], sitting: SittingId, page: int) -> Screen:
    """What stands on no agenda of today; it is talked about only."""
    if not others:
        return screen(say, say("There is nothing else to talk about."), see_desk(say, sitting))
    turn = taps.PickOther(sitting=sitting, page=page + 1)
    choices = [open_item(say, item, sitting) for item in others[:MOST_OFFERED]]
    text = say("Other business: talked about, not voted on. Which?")
    return screen(say, text, *page_of(say, choices, page, turn), columns=1, back=taps.SeeDesk(sitting=sitting))


def ask_close(say: Words, item: Item, sitting: SittingId) -> Screen:
    """It could have been voted on and was not."""
    text = say("No result of {what} is recorded. It would come again another day.", what=title(say, item))
    return screen(
        say,
        text,
        Choice(say.plain("Count hands"), taps.CountHands(sitting=sitting, item=item.id)),
        Choice(say.plain("Close without a result"), taps.CloseItem(sitting=sitting, item=item.id, sure=True)),
        columns=1,
        back=taps.SeeDesk(sitting=sitting),
    )


def count(say: Words, form: Counting, item: Item, most: int, result: Result | None) -> Screen:
    """The next number, or all read back. `most`: so many votes can there be."""
    desk = see_desk(say, form.sitting)
    if result is not None:
        lines = (counted(say, result), rule(say), say("Right?"))
        right = Choice(say.plain("Yes, record it"), taps.RecordResult(key=form.key))
        anew = Choice(say.plain("Count again"), taps.CountAnew(key=form.key))
        return screen(say, "\n".join(lines), right, anew, desk, columns=1)
    asked = next(n for n, told in enumerate((form.yes, form.no, form.abstained)) if told is None)
    left = max(most - form.counted, 0)
    numbers = sorted({0, left})
    choices = [
        Choice(say.plain("{number} people", number=one), taps.Number(key=form.key, number=one)) for one in numbers
    ]
    text = say(QUESTIONS[asked], what=title(say, item))
    if not say.elder:
        text = "\n".join((text, say("Tap or type the number, at most {left}.", left=left)))
    return screen(say, text, *choices, desk)


def no_number(say: Words) -> Screen:
    return screen(say, say("Please type a number, for example 12."))


def recorded(say: Words, desk: Desk) -> Screen:
    """The result stands, and can be corrected until the item is closed."""
    on_floor = desk.open
    if on_floor is None or on_floor.treated.result is None:
        return screen(say, say("This item is closed."), see_desk(say, desk.sitting.id))
    text = "\n".join((counted(say, on_floor.treated.result), say("It is final when you close the item.")))
    close = Choice(say.plain("Close this item"), taps.CloseItem(sitting=desk.sitting.id, item=on_floor.item.id))
    again = Choice(say.plain("Count again"), taps.CountHands(sitting=desk.sitting.id, item=on_floor.item.id))
    return screen(say, text, close, again, see_desk(say, desk.sitting.id), columns=1)


def _number(say: Words, form: Counting, number: int) -> Choice:
    return Choice(say.plain("{number} people", number=number), taps.Number(key=form.key, number=number))
