"""Looking at inquiries: everybody may, and nobody is named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.inquiries.model import Inquiry, InquiryId, State, Story
from bot.inquiries.service.interest import interested
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import MAY, Act, permit
from bot.unit_of_work import UnitOfWork

LATEST = 20


def see(uow: UnitOfWork, reader: Reader, number: InquiryId) -> Story:
    """One of them, with what the reader can do about it. Raises `NoInquiry`, `NotOnRoll`."""
    found = uow.inquiries.get(number)
    there = replace(reader, community=found.community)
    _community(uow, there)
    answers = found.state is State.WAITING and is_asked(uow, reader, found)
    asks = found.state is State.ANSWERED and _may(uow, there, Act.OPEN_INQUIRY)
    return Story(
        found,
        tuple(uow.inquiries.lines(found.id)),
        answers=answers,
        decides=asks and reader.telegram_id not in interested(uow, found),
    )


def published(uow: UnitOfWork, reader: Reader) -> Sequence[Inquiry]:
    """The latest, for everybody who lives here or has a role. Raises `NoCommunity`, `NotOnRoll`."""
    return uow.inquiries.latest(_community(uow, reader), LATEST)


def look(uow: UnitOfWork, reader: Reader) -> None:
    """Whether the reader may ask. Raises `NoCommunity`, `NotAllowed`."""
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.OPEN_INQUIRY)


def is_asked(uow: UnitOfWork, reader: Reader, inquiry: Inquiry) -> bool:
    """Whether it is theirs to answer: by their role, or because they saw to the matter."""
    there = replace(reader, community=inquiry.community)
    return reader.telegram_id == inquiry.addressee or _may(uow, there, Act.ANSWER_INQUIRY)


def _may(uow: UnitOfWork, reader: Reader, act: Act) -> bool:
    return any(act in MAY[held.role] for held in uow.roles.of(reader))


def _community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    there = replace(reader, community=community)
    if not uow.roles.of(there):
        uow.residents.on_roll(there)
    return community
