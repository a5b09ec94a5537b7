"""How outcomes look: the list, one of them with what can be done about it, its record, looking for a receipt."""

from collections.abc import Sequence

from bot.agenda.model.item import Side
from bot.agenda.taps import SayPoint, SeeItem
from bot.booth.part_views import title
from bot.kit.home import RESOLUTIONS, SeeResolutions
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words
from bot.outcomes import taps
from bot.outcomes.model.statement import Shelf, Stage, Statement
from bot.outcomes.part_views import figures, headline, stage
from bot.votes.model.roll import Entry


def see(say: Words, statement: Statement) -> Choice:
    return Choice(say.plain("See the result"), taps.SeeOutcome(vote=statement.vote.id))


def see_all(say: Words) -> Choice:
    return Choice(say.plain(RESOLUTIONS), SeeResolutions())


def shelf(say: Words, found: Shelf) -> Screen:
    """The latest first."""
    if not found.statements:
        return screen(say, say("No vote has been counted yet."), back=GoHome())
    more = [Choice(say.plain("More choices"), SeeResolutions(page=found.page + 1))] if found.pages > 1 else []
    choices = [Choice(title(say, one.vote), taps.SeeOutcome(vote=one.vote.id)) for one in found.statements]
    text = say("The result of which vote?")
    if not say.elder:
        text = "\n\n".join([text, *(say.quote(_line(say, one)) for one in found.statements)])
    return screen(say, text, *choices, *more, columns=1, back=GoHome())


def _line(say: Words, statement: Statement) -> str:
    return "\n".join((title(say, statement.vote), headline(say, statement), stage(say, statement)))


def outcome(say: Words, statement: Statement, page: int = 0) -> Screen:
    """All of it; what can be done stands under its end."""
    vote = statement.vote.id

    def turn(to: int) -> taps.SeeOutcome:
        return taps.SeeOutcome(vote=vote, page=to)

    told = [title(say, statement.vote), headline(say, statement), *figures(say, statement), stage(say, statement)]
    shown = page_of(say, _deeds(say, statement), 0, taps.OutcomeDeeds(vote=vote, page=1))
    return paged(say, "\n".join(told), page, turn, *shown, back=SeeResolutions())


def more_deeds(say: Words, statement: Statement, page: int = 0) -> Screen:
    """For 长辈版."""
    vote = statement.vote.id
    shown = page_of(say, _deeds(say, statement), page, taps.OutcomeDeeds(vote=vote, page=page + 1))
    text = say("What would you like to do about vote {number}?", number=statement.vote.number)
    return screen(say, text, *shown, back=taps.SeeOutcome(vote=vote))


def _deeds(say: Words, statement: Statement) -> list[Choice]:
    vote = statement.vote
    deeds = [
        Choice(say.plain("Why so"), taps.SeeWhy(vote=vote.id)),
        Choice(say.plain("See the picture"), taps.SeePicture(vote=vote.id)),
    ]
    if statement.stage is Stage.NOTICE:
        deeds.append(Choice(say.plain("Object to it"), SayPoint(item=vote.item, side=Side.OBJECTION)))
    if statement.has_receipts:
        deeds.append(Choice(say.plain("Find my receipt"), taps.FindReceipt(vote=vote.id)))
    deeds.append(Choice(say.plain("Who took part"), taps.SeeWhoTookPart(vote=vote.id)))
    deeds.append(Choice(say.plain("Get the record"), taps.GetRecord(vote=vote.id)))
    deeds.append(Choice(say.plain("See the item"), SeeItem(item=vote.item)))
    return deeds if say.elder else [*deeds, Choice(say.plain("To print (A4)"), taps.PrintNotice(vote=vote.id))]


def who_took_part(say: Words, statement: Statement, entries: Sequence[Entry], page: int = 0) -> Screen:
    """In the order of the roll. Who has had their data deleted is counted without a name."""
    vote = statement.vote.id

    def turn(to: int) -> taps.SeeWhoTookPart:
        return taps.SeeWhoTookPart(vote=vote, page=to)

    told = say.plain("{vote}: these took part.", vote=title(say, statement.vote))
    named = say.plain(", ").join(entry.label for entry in entries if entry.label)
    nameless = sum(not entry.label for entry in entries)
    lines = [told, named, say.plain("{count} without a name", count=nameless) if nameless else ""]
    return paged(say, "\n".join(line for line in lines if line), page, turn, see(say, statement),
                 back=taps.SeeOutcome(vote=vote))  # fmt: skip


def record_comes(say: Words, statement: Statement) -> Screen:
    """After the file, which anybody can count with `python -m bot recount`."""
    text = say("This is the record of vote {number}: each ballot, none with a name.", number=statement.vote.number)
    if not statement.has_receipts:
        text = say("This is the record of vote {number}, by name, as was said before it.", number=statement.vote.number)
    if not say.elder:
        text += "\n" + say("Check code: {digest}", digest=statement.digest)
    return screen(say, text, see(say, statement), back=SeeResolutions())


def printed(say: Words, statement: Statement) -> Screen:
    """After the file."""
    text = say("This is the sheet for the notice board.")
    return screen(say, text, see(say, statement), back=SeeResolutions())


def ask_receipt(say: Words, statement: Statement) -> Screen:
    """In private: whoever asks stays unknown."""
    text = say("Please write your receipt, 10 letters and digits. I look it up and keep nothing of it.")
    return screen(say, text, Choice(say.plain("Look for none"), taps.LeaveReceipt()),
                  back=taps.SeeOutcome(vote=statement.vote.id))  # fmt: skip


def receipt_found(say: Words, statement: Statement, place: int) -> Screen:
    """Where it stands, not what it says: that is in the file, and nowhere with a name."""
    text = say("It is there: number {place} of {count} in the record. There you see what it says.", place=place,
               count=statement.vote.took_part)  # fmt: skip
    return screen(say, text, Choice(say.plain("Get the record"), taps.GetRecord(vote=statement.vote.id)),
                  Choice(say.plain("Find another one"), taps.FindReceipt(vote=statement.vote.id)),
                  back=taps.SeeOutcome(vote=statement.vote.id))  # fmt: skip


def receipt_unknown(say: Words, statement: Statement) -> Screen:
    text = say("This receipt is not in the record. Please check it: it holds no 0, no 1, and no letter like them.")
    return screen(say, text, Choice(say.plain("Look once more"), taps.FindReceipt(vote=statement.vote.id)),
                  back=taps.SeeOutcome(vote=statement.vote.id))  # fmt: skip


def looked_up(say: Words, statement: Statement) -> Screen:
    """Where the answer did not arrive: it is not kept, to be sent later."""
    text = say("I could not answer just now. Please look once more.")
    return screen(say, text, Choice(say.plain("Look once more"), taps.FindReceipt(vote=statement.vote.id)))


def receipt_left(say: Words) -> Screen:
    return screen(say, say("Good, I look for none."), see_all(say), back=GoHome())


def receipt_in_words(say: Words) -> Screen:
    """Something else came."""
    return screen(say, say("Please write the receipt in letters and digits."))


def receipt_in_private(say: Words, statement: Statement, link: str) -> Screen:
    """In the group, where all would read it. `link` is the bot's https address."""
    door = Choice(say.plain("Open the private chat"), url=f"{link}?start=receipt-{statement.vote.number}")
    return screen(say, say("Please look for your receipt in our private chat, so that nobody else sees it."), door)


def not_drawn(say: Words, statement: Statement) -> Screen:
    text = say("The picture cannot be drawn here. The figures stand in the result.")
    return screen(say, text, see(say, statement))
