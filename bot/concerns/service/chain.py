"""The whole chain of a concern, for everybody of the community."""

from collections.abc import Sequence

from bot.concerns.model.chain import OPEN, Chain
from bot.concerns.model.chain import Line as Shown
from bot.concerns.model.concern import Concern, ConcernId, Line
from bot.concerns.model.life import NEVER_PROPOSED, Deed, Entry
from bot.concerns.model.refusals import NoConcern, NotYourConcern
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NotOnRoll, Resident
from bot.roles.model import Act, Role, may_somewhere
from bot.unit_of_work import UnitOfWork


def numbered(uow: UnitOfWork, reader: Reader, number: int) -> Chain:
    """The concern with this number where `reader` lives or works. Raises `NoConcern`, `NotOnRoll`."""
    resident = _resident(uow, reader)
    return _chain(uow, reader, resident, uow.concerns.numbered(reader.community, number))


def of(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Chain:
    """Raises `NoConcern`, `NotOnRoll`."""
    return _chain(uow, reader, _resident(uow, reader), here(uow, reader, concern))


def here(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern of the community in which `reader` speaks. Raises `NoConcern` for one of another."""
    found = uow.concerns.with_id(concern)
    if found.community != reader.community:
        raise NoConcern
    return found


def allow_name(uow: UnitOfWork, reader: Reader, concern: ConcernId, named: bool) -> Concern:
    """Its author lets their name be shown in the chain, or not any more. Raises `NoConcern`, `NotYourConcern`."""
    found = here(uow, reader, concern)
    if uow.residents.speaking(reader).telegram_id != found.author.telegram_id:
        raise NotYourConcern(found.number)
    uow.chains.allow_name(concern, named)
    return found


def _resident(uow: UnitOfWork, reader: Reader) -> Resident | None:
    """Who lives here; None for those who only work here. Raises `NotOnRoll` for all others."""
    try:
        return uow.residents.on_roll(reader)
    except NotOnRoll:
        if may_somewhere(uow.roles.of(reader), Act.SEE_CONCERNS):
            return None
        raise


def _chain(uow: UnitOfWork, reader: Reader, resident: Resident | None, concern: Concern) -> Chain:
    clock = concern.deadline
    own = resident is not None and resident.telegram_id == concern.author.telegram_id
    held_here = uow.roles.held_by(concern.community, reader.telegram_id)
    moderates = may_somewhere(held_here, Act.MANAGE_AGENDA)
    neighbour = resident is not None and resident.household.id != concern.author.household.id
    return Chain(
        concern,
        _lines(uow, concern.community, uow.concerns.lines(concern.id)),
        uow.supporters.households(concern.id),
        own=own,
        may_join=neighbour and concern.state in OPEN,
        joined=resident is not None and uow.supporters.has(concern.id, resident.household.id),
        late=clock is not None and clock.worked_on and uow.now > clock.at,
        may_propose=(own or moderates) and concern.state not in NEVER_PROPOSED,
    )


def _lines(uow: UnitOfWork, community: CommunityId, history: Sequence[Line]) -> Sequence[Shown]:
    """Without the reminders: they are between the clock and the staff."""
    told = [line for line in history if line.deed is not Deed.REMIND]
    roles = {by: _role(uow, community, by) for by in {line.by for line in told}}
    return [
        _official(uow, community, line)
        if line.deed is Entry.OFFICIAL
        else Shown(line.deed, line.at, roles[line.by], line.words if line.deed is Entry.AGENDA else "")
        for line in told
    ]


def _official(uow: UnitOfWork, community: CommunityId, line: Line) -> Shown:
    """Read by everybody, in full and by name, until who wrote it has had their data deleted."""
    name = uow.residents.reader(line.by, community).name if line.by else ""
    return Shown(line.deed, line.at, Role.GOVERNMENT, line.words, name)


def _role(uow: UnitOfWork, community: CommunityId, telegram_id: int) -> Role | None:
    held = {held.role for held in uow.roles.held_by(community, telegram_id)}
    return next((role for role in (Role.MODERATOR, Role.LIAISON) if role in held), None)
