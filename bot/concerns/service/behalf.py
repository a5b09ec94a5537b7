"""A member of staff tells a concern for a resident: somebody without a phone, or a slip of paper."""

from bot.concerns.forms import Draft
from bot.concerns.model.refusals import NoDraft, Unfinished
from bot.concerns.service.speaking import represented
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import ResidentId
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, resident: ResidentId, new: Draft) -> Draft:
    """Start to tell, or go on with what is half told for this person, who has agreed to it.

    Raises `NotAllowed`, `NoSuchDoor`, `NoDraft`; `Unfinished` while another matter is half told.
    """
    represented(uow, reader, resident)
    draft = uow.conversations.form(place)
    if uow.repeated and not isinstance(draft, Draft):
        raise NoDraft  # what this update began has ended since
    if not isinstance(draft, Draft):
        draft = new
        uow.conversations.keep(place, draft)
    if draft.behalf != resident:
        raise Unfinished
    return draft
