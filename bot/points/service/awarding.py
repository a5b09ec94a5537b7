"""Points that moderators give as thanks, and take back."""

from collections.abc import Sequence
from dataclasses import replace

from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.points.forms import Awarding
from bot.points.model.award import (
    Award,
    Choosing,
    GiverSpent,
    NoAwardDraft,
    NoAwardReason,
    NobodyNamed,
    NoRoomToday,
    NotAnAmount,
    OwnAward,
)
from bot.points.model.events import PointsPaid, PointsTakenBack
from bot.points.model.ledger import EARNED, Entry, EntryId, Reward, Rule, reversal_of
from bot.points.model.refusals import NoEntry
from bot.points.service.looking import household, own
from bot.residents.model import NoCommunity, NotOnRoll, Resident, ResidentId
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """Where somebody has joined. Raises `NotAllowed`, `NoCommunity`."""
    return uow.roles.buildings(_moderated(uow, reader), joined=True)


def neighbours(uow: UnitOfWork, reader: Reader, building: int) -> Sequence[Resident]:
    """Who has joined there. Raises `NotAllowed`, `NoCommunity`."""
    return uow.roles.joined_in(_moderated(uow, reader), building)


def begin(uow: UnitOfWork, reader: Reader, place: Place, draft: Awarding) -> Award | Choosing:
    """Give it where all is said, else ask for what is missing; the same draft twice is once.

    Raises `NotAllowed`, `NoCommunity`, `NobodyNamed`, `OwnAward`, `NotAnAmount`, `NoAwardReason`, `GiverSpent`,
    `NoRoomToday`.
    """
    community = _moderated(uow, reader)
    _check(uow, draft)
    choices: Sequence[Resident] = ()
    if draft.called and not draft.who:
        choices = uow.residents.named(community, draft.called)
        if not choices:
            raise NobodyNamed(draft.called)
        if len(choices) == 1:
            draft = replace(draft, who=choices[0].id)
    to = _meant(uow, reader, community, draft.who) if draft.who else None
    if to is not None and draft.amount and draft.reason:
        uow.conversations.keep(place, None)
        return _give(uow, reader, to, draft)
    uow.conversations.keep(place, draft)
    rules = uow.settings.points
    left = _left(uow, reader, community)
    return Choosing(draft.key, choices, to, draft.amount, rules.award.worth, left, rules.reason_characters)


def go_on(uow: UnitOfWork, reader: Reader, place: Place, key: str, said: Awarding) -> Award | Choosing:
    """More of the draft with this key is said. Raises `NoAwardDraft`, and what `begin` raises."""
    draft = uow.conversations.form(place)
    if not isinstance(draft, Awarding) or draft.key != key:
        raise NoAwardDraft
    more = replace(
        draft, who=said.who or draft.who, amount=said.amount or draft.amount, reason=said.reason or draft.reason
    )
    return begin(uow, reader, place, more)


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key."""
    draft = uow.conversations.form(place)
    if isinstance(draft, Awarding) and draft.key == key:
        uow.conversations.keep(place, None)


def replied(uow: UnitOfWork, reader: Reader, telegram_id: int) -> ResidentId:
    """As whom the author of a message lives here. Raises `NotAllowed`, `NobodyNamed`."""
    community = _moderated(uow, reader)
    try:
        return uow.residents.on_roll(Reader(telegram_id, "", community=community)).id
    except NotOnRoll:
        raise NobodyNamed("") from None


def to_take_back(uow: UnitOfWork, reader: Reader, number: EntryId) -> Entry:
    """What was earned, as somebody who may reverse it sees it. Raises `NotAllowed`, `NoEntry`, `OwnAward`."""
    community = _moderated(uow, reader)
    entry = uow.ledger.entry(number)
    if entry.community != community or entry.rule not in EARNED:
        raise NoEntry
    if uow.ledger.owner(entry.target).holder == reader.telegram_id:
        raise OwnAward
    return entry


def take_back(uow: UnitOfWork, reader: Reader, number: EntryId, reason: str) -> Entry:
    """Reverse what was earned. Raises what `to_take_back` raises, `NoAwardReason`, `ReversedAlready`,
    `NotEnoughPoints`."""
    entry = to_take_back(uow, reader, number)
    before = uow.ledger.with_evidence(entry.community, reversal_of(number))
    if before is not None and uow.repeated:
        return before
    most = uow.settings.points.reason_characters
    if len(reason) > most:
        raise NoAwardReason(most)
    back = uow.ledger.reverse(number, reader.telegram_id, reason)
    uow.record(PointsTakenBack(uow.ledger.owner(entry.target), back))
    return back


def _check(uow: UnitOfWork, draft: Awarding) -> None:
    rules = uow.settings.points
    if draft.amount and not 1 <= draft.amount <= rules.award.worth:
        raise NotAnAmount(rules.award.worth)
    if len(draft.reason) > rules.reason_characters:
        raise NoAwardReason(rules.reason_characters)


def _give(uow: UnitOfWork, reader: Reader, to: Resident, draft: Awarding) -> Award:
    community, owner = to.household.community, own(to)
    given = uow.ledger.with_evidence(community, _evidence(draft.key))
    if given is not None:
        return Award(to, given, _left(uow, reader, community))
    left = _left(uow, reader, community)
    if draft.amount > left:
        raise GiverSpent(left)
    room = uow.ledger.room(owner, Rule.AWARD)
    if room.of(draft.amount) < draft.amount:
        raise NoRoomToday(room.of(draft.amount))
    reward = Reward(owner, Rule.AWARD, _evidence(draft.key), draft.amount, reader.telegram_id, draft.reason)
    entry = uow.ledger.reward(reward)
    if entry is None:  # the budget was spent under our hands
        raise NoRoomToday(0)
    uow.record(PointsPaid(owner, entry))
    return Award(to, entry, left - entry.amount)


def _left(uow: UnitOfWork, reader: Reader, community: CommunityId) -> int:
    return max(0, uow.settings.points.award.by_one - uow.ledger.given_today(community, reader.telegram_id))


def _meant(uow: UnitOfWork, reader: Reader, community: CommunityId, who: int) -> Resident:
    to = uow.residents.resident(ResidentId(who))
    if to.household.community != community or to.gone:
        raise NobodyNamed("")
    try:
        mine = uow.residents.on_roll(replace(reader, community=community))
    except NotOnRoll:
        return to
    if household(mine) == household(to):
        raise OwnAward
    return to


def _moderated(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.AWARD_POINTS)
    return reader.community


def _evidence(key: str) -> str:
    return f"award-{key}"
