"""Writing the log, and reading it."""

from collections.abc import Collection

from bot.audit.model import UNSEEN, Deed, Page, number_of
from bot.kit.events import Event
from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork

PAGE = 8
"""Lines at once."""


def write_down(uow: UnitOfWork, event: Event) -> None:
    """What a person did, with the roles that they had at that moment; what time brought about is nobody's act."""
    actor = uow.actor
    if actor is None or actor.community is None or isinstance(event, UNSEEN):
        return
    roles = frozenset(held.role for held in uow.roles.held_by(actor.community, actor.telegram_id))
    what, number = type(event).__name__, number_of(event)
    uow.audit.note(Deed(actor.community, uow.now, actor.telegram_id, roles, what, number))


def look(uow: UnitOfWork, reader: Reader, known: Collection[str], before: int | None = None) -> Page:
    """A page of the log: of the events those that are `known` as deeds; others follow from these.

    Who acted as a resident is not named. Raises `NoCommunity`, `NotAllowed`.
    """
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.SEE_LOG)
    found = uow.audit.page(reader.community, before, PAGE + 1, known)
    deeds = tuple(found[:PAGE])
    staff = {deed.who for deed in deeds if deed.roles and deed.who}
    names = {who: uow.residents.reader(who, reader.community).name for who in staff}
    return Page(deeds, names, deeds[-1].id if len(found) > PAGE else None)
