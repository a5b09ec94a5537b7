"""我支持: households say that a proposal belongs onto the agenda; at so many of them it gets there by itself."""

from bot.agenda.model import advice
from bot.agenda.model.events import ItemMoved
from bot.agenda.model.item import Item, ItemId, Line, Side
from bot.agenda.model.refusals import GuideAdvises
from bot.agenda.model.steps import Contribution, Need, Step
from bot.agenda.service.reading import guides, here
from bot.kit.people import Reader
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork


def support(uow: UnitOfWork, reader: Reader, item: ItemId, supports: bool) -> Item:
    """The household of `reader` supports it, or not any more; twice is once. It never goes back a step.

    Raises `NoItem`, `NotOnRoll`, `ConsentNeeded`, `GuideAdvises`, `ItemOver`, `NotAllowedNow`.
    """
    found, resident = here(uow, reader, item), uow.residents.speaking(reader)
    check_takes_sides(uow, reader, found)
    if not supports:
        found.check(Contribution.SUPPORT)
        uow.agenda.unsupport(found.id, resident.household.id)
        return found
    return add(uow, found, resident)


def check_takes_sides(uow: UnitOfWork, reader: Reader, item: Item) -> None:
    """A guide who lives here takes no side either. Raises `GuideAdvises`."""
    if guides(uow, reader):
        raise GuideAdvises(item.number)


def check_never_advised(uow: UnitOfWork, reader: Reader, item: Item) -> None:
    """Who advised on it decides nothing about it through another role either. Raises `AdvisedBefore`."""
    advice.check_never_advised(item, uow.agenda.points(item.id, Side.ADVICE), reader.telegram_id)


def add(uow: UnitOfWork, item: Item, resident: Resident) -> Item:
    """One household more, and what follows from that. Raises `ItemOver`, `NotAllowedNow`."""
    if not uow.agenda.supports(item.id, resident.household.id):
        item.check(Contribution.SUPPORT)
        uow.agenda.support(item.id, resident.household.id, resident.telegram_id or 0, uow.now)
    return counted(uow, item)


def counted(uow: UnitOfWork, item: Item) -> Item:
    """It gets onto the agenda once enough households support it."""
    rules = uow.settings_of(item.community, item.proposed_at).agenda
    if item.step is not Step.COLLECTING or uow.agenda.supporters(item.id) < rules.supporters:
        return item
    return moved(uow, item, item.moved_on(uow.now, {Need.SUPPORTERS}, rules), None)


def moved(uow: UnitOfWork, before: Item, after: Item, by: int | None, words: str = "") -> Item:
    """Keep the step that was taken, and say so. `by`: Telegram id, None for nobody."""
    uow.agenda.save(after)
    uow.agenda.note(after.id, Line(uow.now, after.step, by, words))
    uow.record(ItemMoved(after, before.step))
    return after
