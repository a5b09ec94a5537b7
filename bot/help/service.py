"""Asking for a person, and coming to help."""

from dataclasses import replace

from bot.help.model import HelpAsked, HelpRequest, HelpTaken, NobodyToHelp
from bot.kit.people import Reader
from bot.residents.model import NotOnRoll
from bot.roles.model import Act, Role, permit, permit_somewhere
from bot.unit_of_work import UnitOfWork


def ask(uow: UnitOfWork, reader: Reader) -> HelpRequest:
    """Somebody wants a person's help; asking again while nobody has come is the same request.

    Strangers are helped by the only community there is, if there is one. Raises `NobodyToHelp`, also where no
    moderator could be told.
    """
    community = reader.community or uow.residents.only_community()
    if community is None or not uow.roles.holders(community, Role.MODERATOR):
        raise NobodyToHelp
    waiting = uow.help.open_of(reader.telegram_id, community)
    if waiting is not None:
        return waiting
    request = uow.help.add(community, reader.telegram_id, reader.name, uow.now)
    uow.record(HelpAsked(request))
    return request


def take(uow: UnitOfWork, reader: Reader, number: int) -> HelpRequest:
    """Who sees to the building of whoever asked comes to help; for who lives nowhere here, any of the staff.

    Raises `HelpedAlready`, `NotAllowed`.
    """
    request = uow.help.get(number)
    _permit(uow, replace(reader, community=request.community), request)
    taken = request.taken(reader.telegram_id, reader.name)
    if taken != request:
        uow.help.save(taken)
        uow.record(HelpTaken(taken))
    return taken


def _permit(uow: UnitOfWork, helper: Reader, request: HelpRequest) -> None:
    held = uow.roles.of(helper)
    try:
        asked = uow.residents.on_roll(uow.residents.reader(request.telegram_id, request.community))
    except NotOnRoll:
        permit_somewhere(held, Act.HELP_RESIDENT)
    else:
        permit(held, Act.HELP_RESIDENT, asked.household.building)
