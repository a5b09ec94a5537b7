"""Asking for a person, and coming to help."""

from dataclasses import replace

from bot.help.model import HelpAsked, HelpRequest, HelpTaken, NobodyToHelp
from bot.kit.people import Reader
from bot.roles.model import Act, Role, permit_somewhere
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
    """A member of staff of the community that was asked comes to help. Raises `HelpedAlready`, `NotAllowed`."""
    request = uow.help.get(number)
    permit_somewhere(uow.roles.of(replace(reader, community=request.community)), Act.HELP_RESIDENT)
    taken = request.taken(reader.telegram_id, reader.name)
    if taken != request:
        uow.help.save(taken)
        uow.record(HelpTaken(taken))
    return taken
