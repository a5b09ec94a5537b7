"""Whose matter it is that somebody asks about: they neither ask about it as a supervisor nor close it (row R056)."""

from collections.abc import Set as AbstractSet

from bot.agenda.model.refusals import NoItem
from bot.concerns.model.refusals import NoConcern
from bot.inquiries.model import About, Inquiry, NoMatter, Side, Whose
from bot.kit.people import CommunityId
from bot.points.model.ledger import EntryId, Kind, Owner
from bot.points.model.refusals import NoEntry
from bot.unit_of_work import UnitOfWork


def interested(uow: UnitOfWork, inquiry: Inquiry) -> frozenset[int]:
    """Whose matter it is by now, and who has answered."""
    answered = {line.by for line in uow.inquiries.lines(inquiry.id) if line.side is Side.ANSWER}
    return whose(uow, inquiry.community, inquiry.about, inquiry.of).owners | answered


def whose(uow: UnitOfWork, community: CommunityId, about: About, of: int) -> Whose:
    """Who had a hand in the matter. Raises `NoMatter`."""
    try:
        match about:
            case About.CONCERN:
                return _of_concern(uow, community, of)
            case About.ITEM:
                item = uow.agenda.numbered(community, of)
                theirs = {item.proposer, *(line.by for line in uow.agenda.history(item.id))}
                return Whose(_people(theirs))
            case About.ENTRY:
                return _of_entry(uow, community, of)
            case About.FREE:
                return Whose(frozenset())
    except (NoConcern, NoItem, NoEntry) as reason:
        raise NoMatter(about) from reason


def _of_concern(uow: UnitOfWork, community: CommunityId, of: int) -> Whose:
    concern = uow.concerns.numbered(community, of)
    handler = concern.handler.telegram_id if concern.handler else None
    theirs = {handler, concern.author.telegram_id, concern.told_by}
    return Whose(_people(theirs | {line.by for line in uow.concerns.lines(concern.id)}), handler)


def _of_entry(uow: UnitOfWork, community: CommunityId, of: int) -> Whose:
    entry = uow.ledger.entry(EntryId(of))
    if entry.community != community:
        raise NoEntry
    sides = [uow.ledger.owner(account) for account in (entry.source, entry.target)]
    giver = uow.ledger.owner(entry.giver) if entry.giver is not None else None
    holders = {_person(owner) for owner in (*sides, giver)}
    return Whose(_people(holders), _person(giver))


def _person(owner: Owner | None) -> int | None:
    return owner.holder if owner is not None and owner.kind is Kind.PERSON and owner.holder > 0 else None


def _people(found: AbstractSet[int | None]) -> frozenset[int]:
    return frozenset(one for one in found if one)
