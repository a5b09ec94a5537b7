"""Looking at the calendar; calling an extraordinary sitting, and calling it off."""

from datetime import date, datetime, time
from itertools import islice

from bot.config import Community as Settings
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.roles.model import MAY, Act, NotAllowed, permit_somewhere
from bot.sittings.forms import Calling, CallingOff
from bot.sittings.model.calendar import days
from bot.sittings.model.sitting import (
    Coming,
    DayUnclear,
    Extraordinary,
    NoSittingDraft,
    ReasonUnfit,
    SittingBegan,
    SittingCalled,
    SittingCalledOff,
    SittingId,
    check_moment,
    moment,
)
from bot.unit_of_work import UnitOfWork

SHOWN = 6
"""Deliberation days that are shown at once, and at most as many extraordinary ones."""


def coming(uow: UnitOfWork, reader: Reader) -> Coming:
    """What comes up next, by the rule and beside it. Anybody may look."""
    rules = uow.settings.sittings
    by_rule = list(islice(days(rules, uow.settings.zone, uow.now), SHOWN))
    called, calls = [], False
    if reader.community is not None:
        called = list(uow.sittings.to_come(reader.community, uow.now, SHOWN))
        held = uow.roles.held_by(reader.community, reader.telegram_id)
        calls = any(Act.CALL_SITTING in MAY[one.role] for one in held)
    return Coming(sorted([*by_rule, *called], key=moment), rules.place, rules.preview_days, calls)


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


def call(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Extraordinary:
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
    new = Extraordinary(SittingId(0), community, key, starts_at, reader.telegram_id, uow.now)
    sitting = uow.sittings.add(new)
    uow.record(SittingCalled(sitting))
    return sitting


def begin_off(uow: UnitOfWork, reader: Reader, place: Place, key: str, sitting: SittingId) -> Extraordinary:
    """Ask for the reason why it is called off. Raises `NotAllowed`, `NoSitting`, `SittingBegan`."""
    found = to_call_off(uow, reader, sitting)
    if not found.off:
        uow.conversations.keep(place, CallingOff(key, sitting))
    return found


def to_call_off(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Extraordinary:
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


def call_off(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Extraordinary:
    """It does not take place. Once; raises `NotAllowed`, `NoSittingDraft`, `NoSitting`, `SittingBegan`."""
    form = _open_off(uow, place, key)
    found = uow.sittings.get(form.sitting, _community(uow, reader))
    if not form.reason:
        raise NoSittingDraft
    over = found.called_off(uow.now, form.reason)
    uow.conversations.keep(place, None)
    if over != found:
        uow.sittings.save(over)
        uow.record(SittingCalledOff(over))
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
    others = [day.starts_at for day in islice(days(settings.sittings, settings.zone, uow.now), 60) if day.starts_at]
    extra = uow.sittings.open_at(community, starts_at)
    check_moment(
        starts_at, uow.now, settings.sittings.called_days_ahead, [*others, *([extra.starts_at] if extra else [])]
    )
