"""Bringing a roll in: look at what would change, answer for those who have joined, say yes or no. And giving it out."""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.kit.people import CommunityId, Reader
from bot.residents.model import (
    CODE_DIGITS,
    NewHousehold,
    NotOnRoll,
    ResidentId,
    ResidentTakenOff,
    with_check_digit,
)
from bot.roles.model import Act, permit
from bot.roll.faults import ImportOver, WhichCommunity
from bot.roll.model import ImportState, Roll, RollImport, RollSize, Unit
from bot.roll.plan import Absent, Offer, Plan, compare
from bot.unit_of_work import UnitOfWork

AT_ONCE = 5
"""Files that are dropped in one transaction."""
TERMINAL = 0
"""Stands for whoever sits at the community's own machine; they need no role there."""


@dataclass(frozen=True)
class Limits:
    """How large a file may be."""

    megabytes: int
    rows: int


def limits(uow: UnitOfWork, reader: Reader) -> Limits:
    """Raises `NotAllowed` where `reader` may not bring a roll in at all."""
    _community(uow, reader)
    return Limits(uow.settings.roll.file_megabytes, uow.settings.roll.file_rows)


def size(uow: UnitOfWork, reader: Reader) -> RollSize:
    """How many are on the roll now. Raises `NotAllowed`."""
    return uow.roll.size(_community(uow, reader))


def units(uow: UnitOfWork, reader: Reader) -> Sequence[Unit]:
    """The roll, to be written into a file. Raises `NotAllowed`."""
    return units_of(uow, _community(uow, reader))


def units_of(uow: UnitOfWork, community: CommunityId) -> Sequence[Unit]:
    """The roll as it stands, whoever asks."""
    return [standing.as_unit() for standing in uow.roll.standing(community) if not standing.left]


def offer(uow: UnitOfWork, reader: Reader, roll: Roll) -> Offer:
    """Keep a roll that was read from a file until somebody says yes or no to it. Raises `NotAllowed`."""
    return offer_in(uow, _community(uow, reader), reader.telegram_id, roll)


def offer_in(uow: UnitOfWork, community: CommunityId, by: int, roll: Roll) -> Offer:
    """One file waits at a time: a newer one takes the place of an older."""
    waiting = uow.roll_imports.open_of(community)
    if waiting is not None:
        uow.roll_imports.save(waiting.ended(ImportState.DROPPED), uow.now)
    digest = compare(roll, uow.roll.standing(community), {}).digest()
    return _offered(uow, uow.roll_imports.add(community, by, roll, digest, uow.now))


def preview_in(uow: UnitOfWork, community: CommunityId, roll: Roll) -> Offer:
    """What bringing `roll` in would do; nothing is kept of it."""
    return _offered(uow, RollImport(0, community, TERMINAL, roll, ""))


def the_community(uow: UnitOfWork, name: str | None) -> CommunityId:
    """The one that the terminal means; where there is one only, it need not be named. Raises `WhichCommunity`."""
    every = uow.residents.communities()
    meant = [one.id for one in every if name is None or one.name == name]
    if len(meant) != 1:
        raise WhichCommunity(tuple(one.name for one in every))
    return meant[0]


def most_rows(uow: UnitOfWork) -> int:
    """Rows that a file may have."""
    return uow.settings.roll.file_rows


def look(uow: UnitOfWork, reader: Reader, number: int) -> Offer:
    """What the waiting file would do now. Raises `NotAllowed`, `ImportOver`."""
    return _offered(uow, _waiting(uow, _community(uow, reader), number))


def answer(uow: UnitOfWork, reader: Reader, number: int, resident: ResidentId, moved: bool) -> Offer:
    """Whether somebody who is absent from the file has moved away. Raises `NotAllowed`, `ImportOver`."""
    return _answer(uow, reader, number, lambda offered: [a for a in offered.absent if a.resident == resident], moved)


def all_stay(uow: UnitOfWork, reader: Reader, number: int) -> Offer:
    """Nobody of those not asked about yet has moved away. Raises `NotAllowed`, `ImportOver`."""
    return _answer(uow, reader, number, lambda offered: offered.unanswered, False)


def apply(uow: UnitOfWork, reader: Reader, number: int) -> Offer:
    """The roll becomes what the file says, if that is still what was shown; else shows what it would do now.

    Raises `NotAllowed`, `ImportOver`.
    """
    return apply_in(uow, _community(uow, reader), number)


def apply_in(uow: UnitOfWork, community: CommunityId, number: int) -> Offer:
    """Twice is once. Who has joined and was not asked about stays."""
    waiting = _waiting(uow, community, number)
    if waiting.state is ImportState.APPLIED:
        return _offered(uow, waiting)
    roll = _roll(waiting)
    books = uow.roll.standing(community)
    digest = compare(roll, books, {}).digest()
    if digest != waiting.digest:
        waiting = replace(waiting, digest=digest)
        uow.roll_imports.save(waiting, uow.now)
        return replace(_offered(uow, waiting), changed_meanwhile=True)
    plan = compare(roll, books, waiting.moved)
    absent = {one.resident for one in plan.absent}
    taken_off = [uow.residents.resident(one) for one in plan.departed if one in absent]
    _carry_out(uow, community, plan)
    applied = waiting.ended(ImportState.APPLIED, plan.counts)
    uow.roll_imports.save(applied, uow.now)
    for resident in taken_off:
        uow.record(ResidentTakenOff(resident, number))
    return _offered(uow, applied)


def drop(uow: UnitOfWork, reader: Reader, number: int) -> None:
    """Forget the file. Raises `NotAllowed`; `ImportOver` when it was applied before."""
    waiting = uow.roll_imports.numbered(_community(uow, reader), number)
    if waiting is None or waiting.state is ImportState.APPLIED:
        raise ImportOver
    if waiting.state is ImportState.OPEN:
        uow.roll_imports.save(waiting.ended(ImportState.DROPPED), uow.now)


def drop_unanswered(uow: UnitOfWork) -> bool:
    """Forget files that nobody answered in time, with the names they hold; whether there may be more."""
    waited = timedelta(days=uow.settings.roll.waiting_days)
    unanswered = uow.roll_imports.unanswered(uow.now - waited, AT_ONCE)
    for waiting in unanswered:
        uow.roll_imports.save(waiting.ended(ImportState.DROPPED), uow.now)
    return len(unanswered) == AT_ONCE


def _carry_out(uow: UnitOfWork, community: CommunityId, plan: Plan) -> None:
    codes = _new_codes(uow, len(plan.founded))
    founded = [
        NewHousehold(unit.door.building, unit.door.unit, unit.door.room, unit.area, unit.tenure, code, unit.people)
        for unit, code in zip(plan.founded, codes, strict=True)
    ]
    uow.residents.enrol(community, founded)
    uow.roll.carry_out(community, plan, uow.now)


def _new_codes(uow: UnitOfWork, amount: int) -> Collection[str]:
    """As many codes that nobody has and nobody can guess."""
    codes: set[str] = set()
    while len(codes) < amount:
        wanted = amount - len(codes)
        drawn = {with_check_digit(f"{secrets.randbelow(10 ** (CODE_DIGITS - 1)):07d}") for _ in range(wanted)}
        codes |= drawn - uow.residents.codes_in_use(drawn)
    return codes


def _answer(
    uow: UnitOfWork, reader: Reader, number: int, whom: Callable[[Offer], Sequence[Absent]], moved: bool
) -> Offer:
    waiting = _waiting(uow, _community(uow, reader), number)
    if waiting.state is ImportState.APPLIED:
        return _offered(uow, waiting)
    told = waiting.told({one.resident: moved for one in whom(_offered(uow, waiting))})
    uow.roll_imports.save(told, uow.now)
    return _offered(uow, told)


def _offered(uow: UnitOfWork, waiting: RollImport) -> Offer:
    if waiting.state is ImportState.APPLIED:
        return Offer(waiting.id, waiting.counts, (), (), {}, done=True)
    roll = _roll(waiting)
    plan = compare(roll, uow.roll.standing(waiting.community), waiting.moved)
    unanswered = [one for one in plan.absent if one.resident not in waiting.moved]
    namesakes = {owner.name: count for owner, count in roll.several_units().items()}
    return Offer(waiting.id, plan.counts, plan.absent, unanswered, namesakes)


def _waiting(uow: UnitOfWork, community: CommunityId, number: int) -> RollImport:
    """The file as it was offered, or how it was applied. Raises `ImportOver`."""
    found = uow.roll_imports.numbered(community, number)
    if found is None or found.state is ImportState.DROPPED:
        raise ImportOver
    return found


def _roll(waiting: RollImport) -> Roll:
    if waiting.roll is None:
        raise ImportOver
    return waiting.roll


def _community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    permit(uow.roles.of(reader), Act.MANAGE_ROLL)
    if reader.community is None:
        raise NotOnRoll
    return reader.community
