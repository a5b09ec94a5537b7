"""Looking at the calendar; convening sittings by the rule; calling an extraordinary one, and calling any off."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile

from bot.config import Community as Settings
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.roles.model import Act, NotAllowed, may_somewhere, permit_somewhere
from bot.sittings.forms import Calling, CallingOff
from bot.sittings.model.calendar import Day, days
from bot.sittings.model.sitting import (
    Coming,
    DayUnclear,
    Gathering,
    NoSittingDraft,
    ReasonUnfit,
    Sitting,
    SittingBegan,
    SittingCalled,
    SittingCalledOff,
    SittingConvened,
    SittingId,
    WorkshopCalledOff,
    WorkshopConvened,
    check_moment,
    moment,
    rule_key,
    workshop_key,
)
from bot.sittings.model.workshops import workshops
from bot.unit_of_work import UnitOfWork

SHOWN = 6
"""Deliberation days by the rule that are shown at once."""
BOOKED = 20
"""At most so many are looked at that stand in the books."""


def coming(uow: UnitOfWork, reader: Reader) -> Coming:
    """What comes up next, by the rule and beside it. Anybody may look."""
    rules = uow.settings.sittings
    by_rule = list(islice(days(rules, uow.settings.zone, uow.now), SHOWN))
    if reader.community is None:
        return Coming(by_rule, rules.place, rules.preview_days, calls=False)
    kept = uow.sittings.to_come(reader.community, uow.now, BOOKED)
    workshops_kept = uow.sittings.workshops(reader.community, uow.now, BOOKED)
    held = uow.roles.held_by(reader.community, reader.telegram_id)
    calls = may_somewhere(held, Act.CALL_SITTING)
    stand = [sitting for sitting in (*kept, *workshops_kept) if calls and not sitting.off]
    entries = sorted([*_merged(reader.community, by_rule, kept), *workshops_kept], key=moment)
    return Coming(entries, rules.place, rules.preview_days, calls, stand)


def convene(uow: UnitOfWork) -> bool:
    """Write down the days by the rule that have come near, workshops too, each once; there is never more to do."""
    communities = [community.id for community in uow.residents.communities()]
    for community in uow.claims.among("sittings", communities):
        uow.enter(CommunityId(community))
        near = _near(uow, CommunityId(community))
        known = uow.sittings.known([sitting.key for sitting in near])
        for new in near:
            if new.key not in known:
                sitting = uow.sittings.add(new)
                uow.record(WorkshopConvened(sitting) if sitting.workshop else SittingConvened(sitting))
    return False


def _near(uow: UnitOfWork, community: CommunityId) -> Sequence[Sitting]:
    """As they are to be written down, whether or not they are."""
    settings, now = uow.settings, uow.now
    until = now + timedelta(weeks=settings.sittings.weeks_ahead)
    seats = settings.workshops.seats
    ruled = takewhile(lambda day: day.usual <= until, days(settings.sittings, settings.zone, now))
    monthly = takewhile(lambda day: day.usual <= until, workshops(settings, now))
    return [
        *(
            Sitting(SittingId(0), community, rule_key(community, day), day.starts_at, None, now)
            for day in ruled
            if day.starts_at is not None
        ),
        *(
            Sitting(SittingId(0), community, workshop_key(community, day), day.starts_at, None, now,
                    kind=Gathering.WORKSHOP, seats=seats)
            for day in monthly
            if day.starts_at is not None
        ),
    ]  # fmt: skip


def _merged(community: CommunityId, by_rule: Sequence[Day], kept: Sequence[Sitting]) -> Sequence[Day | Sitting]:
    """What the rule says, but where the books say otherwise: what was called off, or convened by an earlier rule."""
    days_of = {rule_key(community, day): day for day in by_rule}
    differing = [one for one in kept if one.off or not _as_ruled(one, days_of)]
    told = {one.key for one in differing}
    return sorted([*(day for key, day in days_of.items() if key not in told), *differing], key=moment)


def _as_ruled(sitting: Sitting, days_of: Mapping[str, Day]) -> bool:
    day = days_of.get(sitting.key)
    return day is not None and day.starts_at == sitting.starts_at


def rules(uow: UnitOfWork) -> tuple[Settings, datetime]:
    """The community's numbers, and the present moment."""
    return uow.settings, uow.now


def begin(
    uow: UnitOfWork, reader: Reader, place: Place, key: str, day: date | None = None, hour: time | None = None
) -> Calling:
    """Start to call one, with what was said along with it; whatever was half said before is dropped.

    Raises `NotAllowed`, `SittingInPast`, `SittingTooFar`, `SittingThen`.
    """
    _community(uow, reader)
    return _keep(uow, reader, place, Calling(key).says(day, hour))


def tell(uow: UnitOfWork, reader: Reader, place: Place, key: str, day: date | None, hour: time | None) -> Calling:
    """Say more of the draft with this key. Raises `DayUnclear` for nothing, and what `begin` and `draft` raise."""
    found = draft(uow, place, key)
    if uow.repeated:
        return found
    if day is None and hour is None:
        raise DayUnclear
    return _keep(uow, reader, place, found.says(day, hour))


def say_anew(uow: UnitOfWork, place: Place, key: str) -> Calling | CallingOff:
    """Forget day and hour, or the reason. Raises `NoSittingDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, Calling | CallingOff) or form.key != key:
        raise NoSittingDraft
    emptied = Calling(key) if isinstance(form, Calling) else CallingOff(key, form.sitting)
    uow.conversations.keep(place, emptied)
    return emptied


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key, if it is still open."""
    form = uow.conversations.form(place)
    if isinstance(form, Calling | CallingOff) and form.key == key:
        uow.conversations.keep(place, None)


def call(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Sitting:
    """It is right as it was read back: call it. Once for each key.

    Raises `NotAllowed`, `NoSittingDraft`, `SittingInPast`, `SittingTooFar`, `SittingThen`.
    """
    community = _community(uow, reader)
    called = uow.sittings.with_key(key)
    if called is not None and called.called_by == reader.telegram_id and called.community == community:
        return called
    starts_at = draft(uow, place, key).starts_at(uow.settings.zone)
    if starts_at is None:
        raise NoSittingDraft
    _check(uow, community, starts_at)
    uow.conversations.keep(place, None)
    new = Sitting(SittingId(0), community, key, starts_at, reader.telegram_id, uow.now)
    sitting = uow.sittings.add(new)
    uow.record(SittingCalled(sitting))
    return sitting


def begin_off(uow: UnitOfWork, reader: Reader, place: Place, key: str, sitting: SittingId) -> Sitting:
    """Ask for the reason why it is called off. Raises `NotAllowed`, `NoSitting`, `SittingBegan`."""
    found = to_call_off(uow, reader, sitting)
    if not found.off:
        uow.conversations.keep(place, CallingOff(key, sitting))
    return found


def to_call_off(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Sitting:
    """Raises `NotAllowed`, `NoSitting`, `SittingBegan`."""
    found = uow.sittings.get(sitting, _community(uow, reader))
    if uow.now >= found.starts_at:
        raise SittingBegan
    return found


def write_reason(uow: UnitOfWork, place: Place, key: str, reason: str) -> CallingOff:
    """The reason, to be read back. Raises `NoSittingDraft`, `ReasonUnfit`."""
    form = _open_off(uow, place, key)
    if uow.repeated:
        return form
    most = uow.settings.sittings.reason_characters
    if not 0 < len(reason) <= most:
        raise ReasonUnfit(most)
    written = CallingOff(key, form.sitting, reason)
    uow.conversations.keep(place, written)
    return written


def call_off(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Sitting:
    """It does not take place. Once; raises `NotAllowed`, `NoSittingDraft`, `NoSitting`, `SittingBegan`."""
    form = _open_off(uow, place, key)
    found = uow.sittings.get(form.sitting, _community(uow, reader))
    if not form.reason:
        raise NoSittingDraft
    over = found.called_off(uow.now, form.reason)
    uow.conversations.keep(place, None)
    if over != found:
        uow.sittings.save(over)
        uow.record(WorkshopCalledOff(over) if over.workshop else SittingCalledOff(over))
    return over


def draft(uow: UnitOfWork, place: Place, key: str) -> Calling:
    """The open one with this key. Raises `NoSittingDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, Calling) or form.key != key:
        raise NoSittingDraft
    return form


def _open_off(uow: UnitOfWork, place: Place, key: str) -> CallingOff:
    form = uow.conversations.form(place)
    if not isinstance(form, CallingOff) or form.key != key:
        raise NoSittingDraft
    return form


def _community(uow: UnitOfWork, reader: Reader) -> CommunityId:
    permit_somewhere(uow.roles.of(reader), Act.CALL_SITTING)
    if reader.community is None:
        raise NotAllowed(Act.CALL_SITTING)
    return reader.community


def _keep(uow: UnitOfWork, reader: Reader, place: Place, told: Calling) -> Calling:
    starts_at = told.starts_at(uow.settings.zone)
    if starts_at is not None:
        _check(uow, _community(uow, reader), starts_at)
    uow.conversations.keep(place, told)
    return told


def _check(uow: UnitOfWork, community: CommunityId, starts_at: datetime) -> None:
    settings = uow.settings
    ruled = {rule_key(community, day): day for day in islice(days(settings.sittings, settings.zone, uow.now), 60)}
    kept = uow.sittings.known(list(ruled))
    others = [day.starts_at for key, day in ruled.items() if day.starts_at and key not in kept]
    if standing := uow.sittings.open_at(community, starts_at):
        others.append(standing.starts_at)
    check_moment(starts_at, uow.now, settings.sittings.called_days_ahead, others)
