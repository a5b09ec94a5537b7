"""How agenda items look: the list, one of them with all that belongs to it, and what can be done with it."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from bot.agenda import taps
from bot.agenda.forms import Kind
from bot.agenda.item_views import about, head, lines
from bot.agenda.model.item import Item, Paper, PaperKind, Side
from bot.agenda.model.sight import ItemPage, Seen
from bot.agenda.model.steps import DROPPABLE, STEPS, Contribution
from bot.agenda.taps.staff import ManageItem
from bot.kit.home import ITEMS, PROPOSE, Propose
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later, shorten

SEE_ITEM = later("See the item")
SAYS = {
    Side.PRO: later("I am for it"),
    Side.CON: later("I am against it"),
    Side.QUESTION: later("I ask something"),
    Side.ADVICE: later("Write advice"),
    Side.REPLY: later("Reply officially"),
    Side.OBJECTION: later("I object"),
}
"""What can be said about an item, as its button has it."""
LABEL = 30
"""Characters of a title on a button."""


def see_item(say: Words, item: Item) -> Choice:
    return Choice(say.plain(SEE_ITEM), taps.SeeItem(item=item.id))


def see_items(say: Words) -> Choice:
    return Choice(say.plain(ITEMS), taps.SeeItems())


def propose(say: Words) -> Choice:
    return Choice(say.plain(PROPOSE), Propose())


def listed(say: Words, found: ItemPage) -> Screen:
    """Open items: eight at once, in 长辈版 one."""
    if not found.items:
        text = say("No item is on the agenda now. You may propose one.")
        return screen(say, text, propose(say), back=GoHome())
    further = taps.SeeItems(page=found.page + 1)
    label = say.plain("Show the next") if say.elder else say.plain("More choices")
    more = [Choice(label, further)] if found.pages > 1 else []
    told = [say.quote(head(say, item, count)) for item, count in found.items]
    if say.elder:
        return screen(say, told[0], see_item(say, found.items[0][0]), *more, propose(say))
    seen = [Choice(shorten(about(say, item), LABEL), taps.SeeItem(item=item.id)) for item, _ in found.items]
    return screen(say, "\n\n".join(told), *seen, *more, propose(say), columns=1, back=GoHome())


def item(say: Words, seen: Seen, page: int = 0) -> Screen:
    """All of it, in 长辈版 page by page, what can be done at its end."""
    number = seen.item.id

    def turn(to: int) -> CallbackData:
        return taps.SeeItem(item=number, page=to)

    shown = page_of(say, deeds(say, seen), 0, taps.ItemDeeds(item=number, page=1))
    return paged(say, "\n".join(lines(say, seen)), page, turn, *shown, back=taps.SeeItems())


def more_deeds(say: Words, seen: Seen, page: int = 0) -> Screen:
    """What else can be done with it, for 长辈版."""
    number = seen.item.id
    shown = page_of(say, deeds(say, seen), page, taps.ItemDeeds(item=number, page=page + 1))
    text = say("What would you like to do about item {number}?", number=seen.item.number)
    return screen(say, text, *shown, back=taps.SeeItem(item=number))


def deeds(say: Words, seen: Seen) -> list[Choice]:
    """What this person can do with it now."""
    found, who = seen.item, seen.standing
    allows = STEPS[found.step].allows
    choices = []
    if who.resident and Contribution.SUPPORT in allows:
        label = say.plain("Support it no more") if who.supports else say.plain("I support it")
        choices.append(Choice(label, taps.SupportItem(item=found.id, support=not who.supports)))
    choices += [Choice(say.plain(SAYS[side]), taps.SayPoint(item=found.id, side=side)) for side in _sides(seen)]
    if who.resident and not who.guides and Contribution.ADVICE in allows:
        choices.append(Choice(say.plain("Ask an expert"), taps.PickExpert(item=found.id)))
    if seen.points:
        choices.append(Choice(say.plain("See what is said"), taps.ReadPoints(item=found.id)))
    if seen.papers:
        choices.append(Choice(say.plain("See the papers"), taps.SeePapers(item=found.id)))
    if who.own and found.step in DROPPABLE:
        choices.append(Choice(say.plain("Take my proposal back"), taps.WithdrawItem(item=found.id)))
    if who.moderates:
        choices.append(Choice(say.plain("Look after this item"), ManageItem(item=found.id)))
    return choices


def _sides(seen: Seen) -> Sequence[Side]:
    """What this person may say about it now."""
    allows, who = STEPS[seen.item.step].allows, seen.standing
    if who.guides:
        return [Side.ADVICE] if Contribution.ADVICE in allows else []
    found = [Side.REPLY] if who.replies and not seen.item.over else []
    if who.resident and Contribution.POINT in allows:
        found += [Side.PRO, Side.CON, Side.QUESTION]
    if who.resident and Contribution.OBJECTION in allows:
        found.append(Side.OBJECTION)
    return found


def supported(say: Words, found: Item, *, supports: bool, in_group: bool) -> Screen:
    """In the group there is no room for more than an alert."""
    text = say("Your household does not support item {number} any more.", number=found.number)
    if supports:
        text = say("Noted: your household supports item {number}. Thank you.", number=found.number)
    return Screen(text) if in_group else screen(say, text, see_item(say, found))


def papers(say: Words, seen: Seen, page: int = 0) -> Screen:
    """What is to be read beside it; each comes to the one who taps."""
    number, back = seen.item.number, taps.SeeItem(item=seen.item.id)
    if not seen.papers:
        return screen(say, say("There are no papers to item {number}.", number=number), back=back)
    choices = [Choice(paper_label(say, paper, at), taps.SeePaper(paper=paper.id)) for at, paper in _counted(seen)]
    shown = page_of(say, choices, page, taps.SeePapers(item=seen.item.id, page=page + 1))
    text = say("Papers to item {number}. Tap one, and it comes to you.", number=number)
    return screen(say, text, *shown, columns=1, back=back)


def paper_label(say: Words, paper: Paper, at: int) -> str:
    kinds = {
        PaperKind.TEXT: later("{at}. Text: {title}"),
        PaperKind.PHOTO: later("{at}. Photo: {title}"),
        PaperKind.DOCUMENT: later("{at}. File: {title}"),
    }
    title = "" if say.elder else shorten(paper.title, LABEL)
    return say.plain(kinds[paper.kind], at=at, title=title).strip(" ：:")


def _counted(seen: Seen) -> Sequence[tuple[int, Paper]]:
    return list(enumerate(seen.papers, 1))


def text_paper(say: Words, paper: Paper, page: int = 0) -> Screen:
    """A text that lies beside an item."""

    def turn(to: int) -> CallbackData:
        return taps.SeePaper(paper=paper.id, page=to)

    return paged(say, paper.title or say.plain("(deleted)"), page, turn, back=taps.SeePapers(item=paper.item))


def paper_comes(say: Words, paper: Paper) -> Screen:
    return screen(say, say("The paper comes to you alone."), back=taps.SeePapers(item=paper.item))


def ask_withdraw(say: Words, found: Item) -> Screen:
    text = say("Take item {number} back? It is not discussed any more then.", number=found.number)
    sure = taps.WithdrawItem(item=found.id, sure=True)
    return screen(say, text, Choice(say.plain("Yes, take it back"), sure), back=taps.SeeItem(item=found.id))


def withdrawn(say: Words, found: Item) -> Screen:
    text = say("Item {number} is taken back. Whenever you have another proposal, come back.", number=found.number)
    return screen(say, text, propose(say), see_items(say), back=GoHome())


def write_in_private(say: Words, number: int, kind: Kind, link: str) -> Screen:
    """In the group, where the next words would be read by all. `link` is the bot's https address."""
    door = Choice(say.plain("Open the private chat"), url=f"{link}?start=item-{number}-{kind.value}")
    return screen(say, say("Please write it in our private chat; nobody sees who says what."), door)


def propose_in_private(say: Words) -> Screen:
    return screen(say, say("Please make your proposal in our private chat. I ask one thing after the other."),
                  propose(say))  # fmt: skip


def propose_from_in_private(say: Words, concern: int, link: str) -> Screen:
    """In the group; `concern` is its id."""
    door = Choice(say.plain("Open the private chat"), url=f"{link}?start=propose-{concern}")
    return screen(say, say("Please make your proposal in our private chat. I ask one thing after the other."), door)


def papers_in_private(say: Words) -> Screen:
    """In the group."""
    return screen(say, say("Please send the papers in our private chat."))
