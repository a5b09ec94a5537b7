"""As whom somebody tells a concern: for themselves, or, in a role, for a resident who has agreed to it."""

from bot.codes.model import NoSuchDoor
from bot.concerns.forms import Draft
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import Resident, ResidentId
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def author(uow: UnitOfWork, reader: Reader, place: Place) -> Resident:
    """Whose concern is told at `place`, with their household. Raises `NotOnRoll`, `NotAllowed`, `NoSuchDoor`."""
    draft = uow.conversations.form(place)
    if isinstance(draft, Draft) and draft.behalf is not None:
        return represented(uow, reader, draft.behalf)
    return uow.residents.speaking(reader)


def represented(uow: UnitOfWork, reader: Reader, resident: ResidentId) -> Resident:
    """Somebody for whom `reader` may tell a concern. Raises `NotAllowed`; `NoSuchDoor` for who does not live here."""
    found = uow.residents.resident(resident)
    permit(uow.roles.of(reader), Act.TELL_FOR_RESIDENT, found.household.building)
    here = {member.id for member in uow.residents.household_members(found.household.id)}
    if found.household.community != reader.community or found.id not in here or found.gone:
        raise NoSuchDoor
    return found
