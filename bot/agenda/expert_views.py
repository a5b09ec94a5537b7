"""请专家: which one, and what happens next."""

from bot.agenda import taps
from bot.agenda.model.item import Item, Point, Side
from bot.agenda.model.refusals import NoExpert
from bot.agenda.model.sight import Experts
from bot.agenda.views import see_item
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words
from bot.roles.model import Expertise
from bot.roles.tier_views import FIELDS


def pick(say: Words, found: Experts, page: int = 0) -> Screen:
    """Only fields in which there is somebody to ask."""
    item = found.item
    choices = [Choice(say.plain(FIELDS[one]), taps.AskExpert(item=item.id, field=one)) for one in found.fields]
    choices.append(Choice(say.plain("Another expert"), taps.SeekExpert(item=item.id)))
    shown = page_of(say, choices, page, taps.PickExpert(item=item.id, page=page + 1))
    text = say("In which field would you like advice on item {number}?", number=item.number)
    return screen(say, text, *shown, columns=3, back=taps.SeeItem(item=item.id))


def asked(say: Words, item: Item, field: Expertise, *, first: bool) -> Screen:
    """`first`: nobody had asked before."""
    name = say.plain(FIELDS[field])
    text = say("Our guides for {field} were asked already. The advice will stand under the item.", field=name)
    if first:
        text = say("Our guides for {field} are asked now. When the advice is there, I tell you.", field=name)
    return screen(say, text, see_item(say, item))


def sought(say: Words, item: Item, *, first: bool) -> Screen:
    text = say("The moderators know already. Once they have found somebody, you can ask here.")
    if first:
        text = say("I have told the moderators. Once they have found somebody, you can ask here.")
    return screen(say, text, see_item(say, item))


def no_expert(say: Words, refusal: NoExpert) -> Screen:
    """What can be done all the same."""
    text = say("We have no such expert yet. Shall I ask the moderators to look for one?")
    seek = Choice(say.plain("Yes, please look"), taps.SeekExpert(item=refusal.item))
    return screen(say, text, seek, back=taps.SeeItem(item=refusal.item))


def advice_wanted(say: Words, item: Item) -> Screen:
    """To guides of the field."""
    return _about(say, item, say("Residents would like your advice on item {number}.", number=item.number),
                  Choice(say.plain("Write advice"), taps.SayPoint(item=item.id, side=Side.ADVICE)))  # fmt: skip


def expert_wanted(say: Words, item: Item) -> Screen:
    """To moderators."""
    text = say("On item {number} residents would like an expert whom we do not have. Appoint a guide: /role",
               number=item.number)  # fmt: skip
    if say.elder:
        text = say("On item {number} residents would like an expert whom we do not have.", number=item.number)
    return _about(say, item, text)


def advice_came(say: Words, item: Item, point: Point) -> Screen:
    """To who had asked."""
    text = say("The advice that you asked for on item {number} is there.", number=item.number)
    return _about(say, item, text, Choice(say.plain("Read the advice"), taps.ReadAnswer(point=point.id)))


def _about(say: Words, item: Item, text: str, *choices: Choice) -> Screen:
    """In 长辈版 the title stands under the button only."""
    title = "" if say.elder else say("Item {number}: {what}", number=item.number, what=item.what) + "\n"
    return screen(say, title + text, *choices, see_item(say, item))
