"""请专家: residents ask to hear a guide about an item. Once for each field, whoever asks."""

from bot.agenda.model.events import ExpertAsked, ExpertSought
from bot.agenda.model.item import Item, ItemId
from bot.agenda.model.refusals import NoExpert
from bot.agenda.model.sight import Experts
from bot.agenda.model.steps import Contribution
from bot.agenda.service.reading import here
from bot.agenda.service.supporting import check_takes_sides
from bot.kit.people import Reader
from bot.roles.model import Expertise
from bot.unit_of_work import UnitOfWork


def experts(uow: UnitOfWork, reader: Reader, item: ItemId) -> Experts:
    """Whom one can ask about it. Raises `NoExpert` where there is nobody, and what `ask` raises."""
    found = _to_ask(uow, reader, item)
    fields = uow.roles.fields(found.community)
    if not fields:
        raise NoExpert(found.id, found.number)
    return Experts(found, fields)


def ask(uow: UnitOfWork, reader: Reader, item: ItemId, field: Expertise) -> tuple[Item, bool]:
    """The item, and whether nobody had asked for this field before; guides of the field hear of it then.

    Raises `NoItem`, `NotOnRoll`, `ConsentNeeded`, `GuideAdvises`, `ItemOver`, `NotAllowedNow`, `NoExpert`.
    """
    found = _to_ask(uow, reader, item)
    if field not in uow.roles.fields(found.community):
        raise NoExpert(found.id, found.number)
    first = uow.repeated or uow.experts.ask(found.id, field, reader.telegram_id, uow.now)
    if first and not uow.repeated:
        uow.record(ExpertAsked(found, field, reader.telegram_id))
    return found, first


def seek(uow: UnitOfWork, reader: Reader, item: ItemId) -> tuple[Item, bool]:
    """Another expert than those there are; moderators hear of it, once. Raises what `ask` raises, but `NoExpert`."""
    found = _to_ask(uow, reader, item)
    first = uow.repeated or uow.experts.ask(found.id, None, reader.telegram_id, uow.now)
    if first and not uow.repeated:
        uow.record(ExpertSought(found))
    return found, first


def _to_ask(uow: UnitOfWork, reader: Reader, item: ItemId) -> Item:
    """As long as advice is given on it, by those who live here; guides are asked, and do not ask."""
    found = here(uow, reader, item)
    check_takes_sides(uow, reader, found)
    uow.residents.speaking(reader)
    found.check(Contribution.ADVICE)
    return found
