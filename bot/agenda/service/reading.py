"""Looking at agenda items: everybody of the community may read all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.agenda.model.item import SIGNED, Entry, Item, ItemId, Paper, Point
from bot.agenda.model.sight import ItemPage, Seen, Standing
from bot.agenda.model.steps import Step, least_days
from bot.config import AgendaRules
from bot.config import Community as Settings
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NotOnRoll, Resident
from bot.roles.model import Act, Expertise, expertise_of, may_somewhere, permit_somewhere
from bot.unit_of_work import UnitOfWork

OPEN_AT_MOST = 100
"""So many open items are looked at, the oldest first."""
NOBODY = 0
SHOWN = 8
"""So many are listed at once, in 长辈版 one."""


def listed(uow: UnitOfWork, reader: Reader, page: int) -> ItemPage:
    """The open ones page by page; after the last comes the first. Raises `NotOnRoll`."""
    going_on = uow.agenda.open_items(_member(uow, reader), OPEN_AT_MOST)
    size = 1 if reader.elder else SHOWN
    pages = max(1, -(-len(going_on) // size))
    start = page % pages * size
    shown = going_on[start : start + size]
    return ItemPage([(item, uow.agenda.supporters(item.id)) for item in shown], page % pages, pages)


def numbered(uow: UnitOfWork, reader: Reader, number: int) -> Seen:
    """The item with this number where `reader` lives or works. Raises `NoItem`, `NotOnRoll`."""
    return _seen(uow, reader, uow.agenda.numbered(_member(uow, reader), number))


def of(uow: UnitOfWork, reader: Reader, item: ItemId) -> Seen:
    """Raises `NoItem`, `NotOnRoll`."""
    return _seen(uow, reader, here(uow, reader, item))


def here(uow: UnitOfWork, reader: Reader, item: ItemId) -> Item:
    """An item of the community in which `reader` speaks. Raises `NoItem` for one of another, `NotOnRoll`."""
    return uow.agenda.get(item, _member(uow, reader))


def point(uow: UnitOfWork, reader: Reader, number: int) -> tuple[Seen, Point]:
    """What somebody has said, and about what. Raises `NoItem`, `NotOnRoll`."""
    found = uow.agenda.point(number)
    return of(uow, reader, found.item), found


def paper(uow: UnitOfWork, reader: Reader, number: int) -> Paper:
    """Raises `NoItem`, `NotOnRoll`."""
    found = uow.agenda.paper(number)
    here(uow, reader, found.item)
    return found


def rules(uow: UnitOfWork) -> AgendaRules:
    """The community's numbers of the agenda."""
    return uow.settings.agenda


def settings(uow: UnitOfWork) -> Settings:
    """All of the community's numbers."""
    return uow.settings


def link(uow: UnitOfWork) -> str:
    """Where the bot's private chat opens."""
    return uow.link


def guides(uow: UnitOfWork, reader: Reader) -> bool:
    """Raises `ConsentNeeded` for who has a role and has to agree first."""
    return may_somewhere(uow.roles.of(_placed(uow, reader)), Act.ADVISE)


def expertise(uow: UnitOfWork, reader: Reader) -> Expertise | None:
    """In which field they advise, if they do."""
    return expertise_of(uow.roles.of(_placed(uow, reader)))


def moderates(uow: UnitOfWork, reader: Reader) -> bool:
    """Raises `ConsentNeeded` as `guides` does."""
    return may_somewhere(uow.roles.of(_placed(uow, reader)), Act.MANAGE_AGENDA)


def permit_reply(uow: UnitOfWork, reader: Reader) -> None:
    """Raises `NotAllowed`, `ConsentNeeded`."""
    permit_somewhere(uow.roles.of(_placed(uow, reader)), Act.REPLY_OFFICIALLY)


def _resident(uow: UnitOfWork, reader: Reader) -> Resident | None:
    try:
        return uow.residents.on_roll(reader)
    except NotOnRoll:
        return None


def _member(uow: UnitOfWork, reader: Reader) -> CommunityId:
    """Who lives here, or has a role here."""
    placed = _placed(uow, reader)
    if placed.community is None or (_resident(uow, reader) is None and not uow.roles.of(placed)):
        raise NotOnRoll
    return placed.community


def _placed(uow: UnitOfWork, reader: Reader) -> Reader:
    """A guide lives elsewhere, and speaks where they advise."""
    if reader.community is not None:
        return reader
    return replace(reader, community=next(iter(uow.roles.communities(reader.telegram_id)), None))


def _seen(uow: UnitOfWork, reader: Reader, item: Item) -> Seen:
    agenda = uow.agenda
    rules = uow.settings_of(item.community, item.proposed_at).agenda
    points = agenda.points(item.id)
    days = least_days(item.step, rules)
    until = item.stepped_at + timedelta(days=days)
    other = agenda.get(item.joined_to, item.community) if item.joined_to is not None else None
    return Seen(
        item,
        _standing(uow, reader, item),
        agenda.supporters(item.id),
        rules.supporters,
        until=until if days and until > uow.now else None,
        wording=agenda.wording(item.id, item.version),
        points=points,
        papers=agenda.papers(item.id),
        sitting=uow.sittings.get(item.sitting, item.community) if item.sitting is not None else None,
        concern=uow.concerns.with_id(item.concern).number if item.concern is not None else None,
        joined_to=other.number if other else None,
        evaluation=_evaluation(uow, item),
        names=_signers(uow, item, points),
    )


def _signers(uow: UnitOfWork, item: Item, points: Sequence[Point]) -> Mapping[int, str]:
    """Who advises does so by name; what residents say stands for itself."""
    signed = {point.author for point in points if point.side in SIGNED} - {NOBODY}
    return {one: uow.residents.reader(one, item.community).name for one in signed}


def _standing(uow: UnitOfWork, reader: Reader, item: Item) -> Standing:
    resident, held = _resident(uow, reader), uow.roles.of(_placed(uow, reader))
    return Standing(
        resident=resident is not None,
        own=item.proposer == reader.telegram_id,
        supports=resident is not None and uow.agenda.supports(item.id, resident.household.id),
        guides=may_somewhere(held, Act.ADVISE),
        moderates=may_somewhere(held, Act.MANAGE_AGENDA),
        replies=may_somewhere(held, Act.REPLY_OFFICIALLY),
    )


def _evaluation(uow: UnitOfWork, item: Item) -> str:
    if item.step not in (Step.CARRIED_OUT, Step.DONE):
        return ""
    said: Sequence[str] = [line.words for line in uow.agenda.history(item.id) if line.deed is Entry.EVALUATED]
    return said[-1] if said else ""
