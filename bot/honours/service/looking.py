"""What somebody sees of honours: their own badges, what the buildings reach together, certificates."""

import secrets
from collections.abc import Sequence
from datetime import date

from bot.honours.model.badge import Mine, badges, just_earned
from bot.honours.model.certificate import (
    Certificate,
    Honour,
    NotACertificate,
    NotHonoured,
    Verified,
    make_code,
    read_code,
)
from bot.honours.model.thanks import BadgeEarned, Goal, first_of, goal, month_after
from bot.kit.people import CommunityId, Reader
from bot.points.model.events import PointsPaid
from bot.points.model.ledger import Kind
from bot.residents.model import NotOnRoll
from bot.unit_of_work import UnitOfWork


def mine(uow: UnitOfWork, reader: Reader) -> Mine:
    """Worked out from the ledger now. Raises `NotOnRoll`."""
    community = uow.residents.on_roll(reader).household.community
    deeds = uow.deeds.of(community, reader.telegram_id)
    return Mine(
        badges(deeds, uow.settings.honours),
        uow.awards.won_by(community, reader.telegram_id),
        uow.honours.opted_out(community, reader.telegram_id),
    )


def goals(uow: UnitOfWork, reader: Reader) -> tuple[date, Sequence[Goal], int]:
    """This month, what each building has reached in it, and in which the reader lives. Raises `NotOnRoll`."""
    home = uow.residents.on_roll(reader).household
    month = first_of(uow.now.astimezone(uow.settings.zone).date())
    return month, goals_of(uow, home.community, month), home.building


def goals_of(uow: UnitOfWork, community: CommunityId, month: date) -> Sequence[Goal]:
    """In the order of the buildings: nobody is first or last."""
    found = uow.deeds.households(community, month, month_after(month))
    return [goal(building, took_part, there, uow.settings.honours) for building, (took_part, there) in found.items()]


def certify(uow: UnitOfWork, reader: Reader, honour: Honour, year: int) -> Verified:
    """The certificate of an honour that one has; asking again gives the same. Raises `NotOnRoll`, `NotHonoured`."""
    resident = uow.residents.speaking(reader)
    community = resident.household.community
    made = uow.honours.certificate(community, reader.telegram_id, honour, year)
    if made is None:
        _check_honoured(uow, community, reader, honour, year)
        made = Certificate(community, reader.telegram_id, honour, year, _unused_code(uow), uow.now)
        uow.honours.certify(made)
    return Verified(made, uow.residents.community(community).name, resident.name)


def verify(uow: UnitOfWork, written: str) -> Verified:
    """What a code proves, to anybody who has it. Raises `NotACertificate`."""
    found = uow.honours.with_code(read_code(written))
    if found is None:
        raise NotACertificate
    name = None
    if not uow.honours.opted_out(found.community, found.telegram_id):
        name = _name(uow, found)
    return Verified(found, uow.residents.community(found.community).name, name)


def hear_of_badge(uow: UnitOfWork, event: PointsPaid) -> None:
    """Somebody's latest deed may complete a badge."""
    if event.to.kind is Kind.PERSON:
        deeds = uow.deeds.of(event.to.community, event.to.holder)
        honour = just_earned(deeds, event.entry.rule, uow.settings.honours)
        if honour is not None:
            uow.record(BadgeEarned(event.to.community, event.to.holder, honour))


def year_of(uow: UnitOfWork) -> int:
    """The year of a badge's certificate."""
    return uow.now.astimezone(uow.settings.zone).year


def link(uow: UnitOfWork) -> str:
    """Where the bot's private chat opens."""
    return uow.link


def _check_honoured(uow: UnitOfWork, community: CommunityId, reader: Reader, honour: Honour, year: int) -> None:
    if honour is Honour.PIONEER:
        held = year in uow.awards.won_by(community, reader.telegram_id)
    else:
        owned = badges(uow.deeds.of(community, reader.telegram_id), uow.settings.honours)
        held = year == year_of(uow) and any(badge.held for badge in owned if badge.honour is honour)
    if not held:
        raise NotHonoured


def _unused_code(uow: UnitOfWork) -> str:
    """Nobody can guess one: a thousand million of them."""
    while True:
        code = make_code(secrets.randbelow(10**9))
        if uow.honours.with_code(code) is None:
            return code


def _name(uow: UnitOfWork, certificate: Certificate) -> str | None:
    try:
        holder = Reader(certificate.telegram_id, "", community=certificate.community)
        return uow.residents.on_roll(holder).name
    except NotOnRoll:
        return None
