"""A draft becomes an agenda item, or support for one that is there."""

from bot.agenda.forms import Proposal
from bot.agenda.model.events import ConcernOnAgenda, ItemProposed
from bot.agenda.model.item import Entry, Item, ItemId, Line
from bot.agenda.model.refusals import NoItemDraft
from bot.agenda.model.steps import Step
from bot.agenda.service.drafting import draft, speaking
from bot.agenda.service.reading import here, moderates
from bot.agenda.service.supporting import add, check_takes_sides
from bot.concerns.model.life import Entry as ConcernEntry
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.unit_of_work import UnitOfWork

NOBODY = 0


def propose(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Item:
    """It is right as it was read back: keep it. Once for each key.

    A moderator's stands on the agenda at once; anybody else's needs supporters, of whom their household is the
    first. Raises `NoItemDraft`, `NotOnRoll`, `ConsentNeeded`.
    """
    kept = uow.agenda.with_key(key)
    if kept is not None and kept.proposer == reader.telegram_id:
        return kept
    told = draft(uow, place, key)
    if told.question is not None:
        raise NoItemDraft
    community, resident = speaking(uow, reader)
    if told.concern is not None and (before := uow.agenda.of_concern(told.concern)) and not before.over:
        uow.conversations.keep(place, None)
        return before
    uow.conversations.keep(place, None)
    step = Step.PROPOSED if moderates(uow, reader) else Step.COLLECTING
    item = uow.agenda.add(_item(told, community, reader.telegram_id, step, uow))
    uow.agenda.note(item.id, Line(uow.now, Entry.PROPOSED, reader.telegram_id))
    uow.record(ItemProposed(item))
    if told.concern is not None:
        uow.record(ConcernOnAgenda(item, told.concern, reader.telegram_id))
    return add(uow, item, resident) if resident is not None else item


def that_one(uow: UnitOfWork, reader: Reader, place: Place, key: str, item: ItemId) -> Item:
    """It is this item: the household supports it, and nothing else is kept of the draft. Twice is once.

    Raises `NoItemDraft` where this was not asked of this draft, `NoItem`, `GuideAdvises`, `ItemOver`, `NotAllowedNow`.
    """
    found, told = here(uow, reader, item), uow.conversations.form(place)
    check_takes_sides(uow, reader, found)
    _, resident = speaking(uow, reader)
    if not isinstance(told, Proposal) or told.key != key or told.same != found.id:
        if uow.repeated or (resident is not None and uow.agenda.supports(found.id, resident.household.id)):
            return found
        raise NoItemDraft
    uow.conversations.keep(place, None)
    if told.concern is not None:
        number = str(uow.concerns.with_id(told.concern).number)
        uow.agenda.note(found.id, Line(uow.now, Entry.CONCERN, reader.telegram_id, number))
        uow.record(ConcernOnAgenda(found, told.concern, reader.telegram_id))
    return add(uow, found, resident) if resident is not None else found


def note_in_chain(uow: UnitOfWork, event: ConcernOnAgenda) -> None:
    """The public chain of the concern says as which item it goes on."""
    concern = uow.concerns.with_id(event.concern)
    uow.concerns.note(concern, ConcernEntry.AGENDA, NOBODY, uow.now, str(event.item.number))


def _item(told: Proposal, community: CommunityId, proposer: int, step: Step, uow: UnitOfWork) -> Item:
    return Item(
        ItemId(0),
        community,
        0,
        told.key,
        proposer,
        told.what,
        told.where or "",
        told.why or "",
        told.wanted or "",
        uow.now,
        step,
        uow.now,
        concern=told.concern,
    )
