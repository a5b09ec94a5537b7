"""Taking a community's records out. That somebody did stands in the log before they have the file."""

from pathlib import Path

from bot.archive.model import CommunityExported, PeopleExported
from bot.archive.packing import pack
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import MAY, Act, permit
from bot.unit_of_work import UnitOfWork


def look(uow: UnitOfWork, reader: Reader) -> bool:
    """Whether the reader may have people in it, too. Raises `NoCommunity`, `NotAllowed`."""
    _permitted(uow, reader, people=False)
    return any(Act.EXPORT in MAY[held.role] for held in uow.roles.of(reader))


def begin(uow: UnitOfWork, reader: Reader, *, people: bool) -> None:
    """Write it down. Raises `NoCommunity`, `NotAllowed`."""
    community = _permitted(uow, reader, people=people)
    uow.record(PeopleExported(community) if people else CommunityExported(community))


def write(uow: UnitOfWork, reader: Reader, path: Path, *, people: bool) -> int:
    """The file, to `path`; how many bytes. Raises `NoCommunity`, `NotAllowed`."""
    return write_all(uow, _permitted(uow, reader, people=people), path, people=people)


def write_all(uow: UnitOfWork, community: CommunityId, path: Path, *, people: bool) -> int:
    """For whoever sits at the community's own machine, who needs no role there."""
    head, extracts = uow.archive.head(community, people=people), uow.archive.extracts(community, people=people)
    return pack(head, extracts, path)


def _permitted(uow: UnitOfWork, reader: Reader, *, people: bool) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.EXPORT if people else Act.EXPORT_NAMELESS)
    return reader.community
