"""What people are told about an item: one short message each, the rest stands under its button."""

from datetime import datetime

from bot.agenda import taps
from bot.agenda.item_views import step_name, what_next
from bot.agenda.model.item import Item, Point, Side, Verdict
from bot.agenda.model.steps import Step
from bot.agenda.taps.staff import ManageItem
from bot.agenda.views import see_item
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later
from bot.sittings.model.sitting import Sitting

OBJECTIONS = {
    Verdict.UPHELD: later("Your objection to item {number} is upheld: it is decided anew."),
    Verdict.DISMISSED: later("Your objection to item {number} is not upheld."),
}


def _screen(say: Words, item: Item, text: str, *choices: Choice) -> Screen:
    """In 长辈版 the title stands under the button only."""
    title = "" if say.elder else say("Item {number}: {what}", number=item.number, what=item.what) + "\n"
    return screen(say, title + text, *choices, see_item(say, item))


def moved(say: Words, item: Item, until: datetime | None, needed: int) -> Screen:
    """It is in another step. `until`: how long that lasts at least."""
    values = {"number": item.number, "step": step_name(say, item)}
    following = say.quote(what_next(say, item, until, needed))
    if item.step is Step.JOINED:
        text = say("Item {number} is the same matter as another and goes on with it.", number=item.number)
    else:
        text = say("Item {number} is now in: {step}.", **values) + "\n" + following
    return _screen(say, item, text)


def scheduled(say: Words, item: Item, sitting: Sitting) -> Screen:
    when = say.time(sitting.starts_at)
    return _screen(say, item, say("Item {number} is to be treated on {when}.", number=item.number, when=when))


def unscheduled(say: Words, item: Item) -> Screen:
    text = say("Item {number} is not treated on that day. When there is another, I tell you.", number=item.number)
    return _screen(say, item, text)


def worded(say: Words, item: Item) -> Screen:
    text = say("The words of the motion of item {number} are frozen, version {version}.", number=item.number,
               version=item.version)  # fmt: skip
    return _screen(say, item, text)


def from_concern(say: Words, item: Item, concern: int) -> Screen:
    """To who raised the concern with this number."""
    text = say("Your #{concern} has become item {number}. I tell you how it goes on.", concern=concern,
               number=item.number)  # fmt: skip
    return _screen(say, item, text)


def answered(say: Words, item: Item, asked: Point, verdict: Verdict | None) -> Screen:
    """To who asked or objected."""
    text = say("What you asked about item {number} is answered.", number=item.number)
    if verdict is not None:
        text = say(OBJECTIONS[verdict], number=item.number)
    return _screen(say, item, text, Choice(say.plain("Read the answer"), taps.ReadAnswer(point=asked.id)))


def replied(say: Words, item: Item, point: Point) -> Screen:
    """The sub-district office has."""
    text = say("The sub-district office has replied about item {number}.", number=item.number)
    return _screen(say, item, text, Choice(say.plain("Read the reply"), taps.ReadAnswer(point=point.id)))


def wants_answer(say: Words, item: Item, side: Side) -> Screen:
    """To moderators."""
    text = say("Somebody asks something about item {number}.", number=item.number)
    if side is Side.OBJECTION:
        text = say("Somebody objects to item {number}. It goes on once that is decided.", number=item.number)
    return _screen(say, item, text, Choice(say.plain("See what is said"), taps.ReadPoints(item=item.id)))


def decided_anew(say: Words, item: Item) -> Screen:
    """To who objected too, and has had no answer."""
    text = say("Item {number} is decided anew, after another objection. Yours needs no answer now.", number=item.number)
    return _screen(say, item, text)


def to_look_after(say: Words, item: Item) -> Screen:
    """To moderators: a proposal has enough supporters."""
    text = say("Item {number} has enough supporters. Whose matter is it?", number=item.number)
    return _screen(say, item, text, Choice(say.plain("Look after this item"), ManageItem(item=item.id)))
