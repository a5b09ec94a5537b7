"""Slowing a debate down, asking somebody to pause, taking a message out; and undoing each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.moderation.forms import Moderating
from bot.moderation.model import (
    BotLacksRight,
    Kind,
    Measure,
    MeasureOver,
    MeasureTaken,
    MeasureUndone,
    NobodyAnswered,
    NoMeasure,
    NotTheGroup,
    Plan,
    Right,
    Said,
    SlowAlready,
    SpokeTooSoon,
    Turn,
    too_soon,
)
from bot.residents.model import NoCommunity
from bot.roles.model import Act, NotAllowed, acts_of, permit
from bot.unit_of_work import UnitOfWork

SEEING = frozenset({Act.SEE_LOG, Act.MODERATE_TALK})
"""Either shows what was done in the groups."""
SHOWN = 20
"""Measures in one list."""
AT_ONCE = 20
"""Ends that one transaction sees to."""


def begin(uow: UnitOfWork, reader: Reader, place: Place, form: Moderating) -> None:
    """Keep the message that was answered until it is said what becomes of it. Raises `NotAllowed`, `NotTheGroup`."""
    to_moderate(uow, reader, place.chat_id)
    uow.conversations.keep(place, form)


def to_moderate(uow: UnitOfWork, reader: Reader, chat_id: int) -> CommunityId:
    """The community whose group this is, if `reader` moderates talk there. Raises `NotAllowed`, `NotTheGroup`."""
    group = uow.groups.get(chat_id)
    if group is None or group.community is None or reader.community != group.community:
        raise NotTheGroup
    permit(uow.roles.of(reader), Act.MODERATE_TALK)
    return group.community


def take(
    uow: UnitOfWork, reader: Reader, place: Place, key: str, plan: Plan, said: Said | None, lacks: Right | None
) -> Measure:  # fmt: skip
    """Twice is once. `said` is what was answered, or stands in the form of `key`; `lacks` is what the bot may not do.

    Raises `NotAllowed`, `NotTheGroup`, `BotLacksRight`, `SlowAlready`, `NobodyAnswered`, `NoSuchRule`, `OutOfBounds`.
    """
    community = to_moderate(uow, reader, place.chat_id)
    before = uow.measures.with_key(f"{plan.kind}-{key}")
    if before is not None:
        return before
    plan.check()
    if lacks is not None:
        raise BotLacksRight(lacks)
    if plan.kind is Kind.SLOW:
        running = uow.measures.slow_in(place.chat_id, uow.now)
        if running is not None:
            raise SlowAlready(running)
    elif said is None:
        said = _kept(uow, place, key)
    until = uow.now + timedelta(minutes=plan.minutes) if plan.minutes and plan.kind is not Kind.REMOVAL else None
    taken = uow.measures.add(
        Measure(
            community, place.chat_id, f"{plan.kind}-{key}", plan.kind, plan.rule, reader.telegram_id, reader.name,
            uow.now, until, plan.pace, said, plan.why,
        )
    )  # fmt: skip
    uow.record(MeasureTaken(taken))
    return taken


def slow_in(uow: UnitOfWork, chat_id: int, at: datetime) -> Measure | None:
    """The slow mode in which something was said `at` this time."""
    return uow.measures.slow_in(chat_id, at)


def hear(uow: UnitOfWork, chat_id: int, telegram_id: int, message_id: int, at: datetime) -> None:
    """Somebody spoke in a group in slow mode, at Telegram's time; the same message twice is once."""
    slow = uow.measures.slow_in(chat_id, at)
    if slow is None:
        return
    last = uow.measures.turn(slow.id, telegram_id)
    if last is not None and message_id <= last.message_id:
        return
    again = too_soon(last, at, slow) if last is not None else None
    if last is None or again is None:
        uow.measures.keep_turn(slow.id, Turn(telegram_id, message_id, at))
        return
    turn = replace(last, message_id=message_id, held_until=again)
    uow.measures.keep_turn(slow.id, turn)
    if last.held_until is None:  # told once for each turn
        uow.record(SpokeTooSoon(slow, turn, again))


def look(uow: UnitOfWork, reader: Reader) -> Sequence[Measure]:
    """The latest measures. Raises `NoCommunity`, `NotAllowed`."""
    if reader.community is None:
        raise NoCommunity
    held = uow.roles.of(reader)
    if not SEEING & acts_of(held):
        raise NotAllowed(Act.SEE_LOG)
    return uow.measures.latest(reader.community, SHOWN)


def see(uow: UnitOfWork, reader: Reader, measure: int) -> tuple[Measure, bool]:
    """One measure with what was taken out, for staff and for whom it is about; and whether `reader`
    may undo it. Raises `NoMeasure`."""
    found = uow.measures.get(measure)
    mine = found.said is not None and found.said.telegram_id == reader.telegram_id
    acts = _acts(uow, reader, found)
    if not mine and not SEEING & acts:
        raise NoMeasure
    return found, Act.MODERATE_TALK in acts and not found.over


def undo(uow: UnitOfWork, reader: Reader, measure: int) -> Measure:
    """As if it had not been; that it was stays in the log. Twice is once. Raises `NoMeasure`, `NotAllowed`."""
    found = uow.measures.get(measure)
    if reader.community != found.community:
        raise NoMeasure
    permit(uow.roles.of(reader), Act.MODERATE_TALK)
    if found.over:
        return found
    undone = found.ended(undone=True)
    held = tuple(uow.measures.held(found.id, uow.now))
    uow.measures.save(undone)
    uow.measures.forget_turns(found.id)
    uow.record(MeasureUndone(undone, reader.name, held))
    return undone


def see_to_ends(uow: UnitOfWork) -> bool:
    """Measures end by themselves, some at a time; whether there may be more."""
    found = uow.measures.due(uow.now, AT_ONCE)
    for measure in found:
        uow.enter(measure.community)
        over = measure.ended()
        uow.measures.save(over)
        uow.measures.forget_turns(measure.id)
        uow.record(MeasureOver(over))
    return len(found) == AT_ONCE


def _kept(uow: UnitOfWork, place: Place, key: str) -> Said:
    form = uow.conversations.form(place)
    if not isinstance(form, Moderating) or form.key != key:
        raise NobodyAnswered
    uow.conversations.keep(place, None)
    return form.said


def _acts(uow: UnitOfWork, reader: Reader, measure: Measure) -> frozenset[Act]:
    if reader.community != measure.community:
        return frozenset()
    return acts_of(uow.roles.of(reader))
