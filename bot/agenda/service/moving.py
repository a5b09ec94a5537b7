"""What moves an item on, or ends it: its scope, its steps, withdrawing, dropping, joining it to another."""

from collections.abc import Collection
from dataclasses import replace

from bot.agenda.model.events import ItemScoped, ItemUnscheduled
from bot.agenda.model.item import Entry, Item, ItemId, Line, Scope, Side
from bot.agenda.model.objections import undecided
from bot.agenda.model.refusals import ItemOver, MovedMeanwhile, MovesAtSitting, NotYours, StepMissing, WrongStep
from bot.agenda.model.steps import DROPPABLE, STEPS, Mover, Need, Step
from bot.agenda.service.reading import OPEN_AT_MOST, here
from bot.agenda.service.supporting import check_never_advised, counted, moved
from bot.config import AgendaRules
from bot.kit.people import Reader
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def managed(uow: UnitOfWork, reader: Reader, item: ItemId) -> Item:
    """An item that `reader` looks after. Raises `NotAllowed`, `NoItem`, `AdvisedBefore`."""
    permit(uow.roles.of(reader), Act.MANAGE_AGENDA)
    found = here(uow, reader, item)
    check_never_advised(uow, reader, found)
    return found


def set_scope(uow: UnitOfWork, reader: Reader, item: ItemId, scope: Scope) -> Item:
    """Say whose matter it is, until it is resolved. Raises `NotAllowed`, `NoItem`, `ItemOver`, `WrongStep`."""
    found = managed(uow, reader, item)
    _check_unresolved(found)
    if found.scope is scope:
        return found
    after = replace(found, scope=scope)
    uow.agenda.save(after)
    uow.agenda.note(item, Line(uow.now, Entry.SCOPED, reader.telegram_id, scope))
    uow.record(ItemScoped(after))
    return after


def advance(uow: UnitOfWork, reader: Reader, item: ItemId, step: Step) -> Item:
    """One step on from `step`, if all that it needs is there.

    Raises `NotAllowed`, `NoItem`, `ItemOver`, `MovedMeanwhile`, `StepMissing`, `NotYet`; `MovesAtSitting` for what
    the chair of a sitting moves on.
    """
    found = managed(uow, reader, item)
    if uow.repeated:
        return found
    if not found.over and found.step is not step:
        raise MovedMeanwhile(found.number)
    there = met(uow, found)
    if STEPS[found.step].mover is Mover.CHAIR:
        if found.step is Step.REVIEWING and Need.WORDING not in there:
            raise StepMissing(found.number, Need.WORDING)
        raise MovesAtSitting(found.number)
    return moved(uow, found, found.moved_on(uow.now, there, rules_of(uow, found)), reader.telegram_id)


def rules_of(uow: UnitOfWork, item: Item) -> AgendaRules:
    """Those under which it was proposed: nobody changes them under way."""
    return uow.settings_of(item.community, item.proposed_at).agenda


def met(uow: UnitOfWork, item: Item) -> Collection[Need]:
    """What of all needs is there; whether the group had notice long enough is known at the sitting only."""
    agenda = uow.agenda
    objections = undecided(agenda.points(item.id, Side.OBJECTION, Side.ANSWER), agenda.last(item.id, Step.RESOLVING))
    there = {
        Need.SUPPORTERS: agenda.supporters(item.id) >= rules_of(uow, item).supporters,
        Need.SCOPE: item.scope is not None,
        Need.WORDING: item.version > 0,
        Need.OUTCOME: item.outcome is not None,
        Need.OBJECTIONS_ANSWERED: not objections,
        Need.EVALUATION: any(line.deed is Entry.EVALUATED for line in agenda.history(item.id)),
    }
    return {need for need, is_there in there.items() if is_there}


def withdraw(uow: UnitOfWork, reader: Reader, item: ItemId) -> Item:
    """Who proposed it takes it back, before it is resolved; twice is once.

    Raises `NoItem`, `NotOnRoll`, `NotYours`, `ItemOver`, `WrongStep`.
    """
    found = to_withdraw(uow, reader, item)
    return found if found.over else end(uow, found, found.dropped(uow.now, ""), reader.telegram_id)


def to_withdraw(uow: UnitOfWork, reader: Reader, item: ItemId) -> Item:
    """Raises `NoItem`, `NotOnRoll`, `NotYours`, `ItemOver`, `WrongStep`."""
    found = here(uow, reader, item)
    if found.proposer != reader.telegram_id:
        raise NotYours(found.number)
    if found.step is not Step.DROPPED or found.reason:
        _check_unresolved(found)
    return found


def others(uow: UnitOfWork, reader: Reader, item: ItemId) -> tuple[Item, list[Item]]:
    """The item, and those with which it can go on. Raises `NotAllowed`, `NoItem`, `ItemOver`, `WrongStep`."""
    found = managed(uow, reader, item)
    _check_unresolved(found)
    going_on = uow.agenda.open_items(found.community, OPEN_AT_MOST)
    return found, [other for other in going_on if other.id != found.id and other.step in DROPPABLE]


def both(uow: UnitOfWork, reader: Reader, item: ItemId, other: ItemId) -> tuple[Item, Item]:
    """The item and the other one. Raises `NotAllowed`, `NoItem`."""
    return managed(uow, reader, item), here(uow, reader, other)


def join(uow: UnitOfWork, reader: Reader, item: ItemId, other: ItemId) -> tuple[Item, Item]:
    """It goes on with the other one, and so do its supporters; twice is once.

    Raises `NotAllowed`, `NoItem`, `ItemOver`, `WrongStep`.
    """
    found, into = both(uow, reader, item, other)
    if found.step is Step.JOINED and found.joined_to == into.id:
        return found, into
    after = found.joined(into, uow.now)
    uow.agenda.hand_over_supporters(found.id, into.id)
    end(uow, found, after, reader.telegram_id)
    uow.agenda.note(into.id, Line(uow.now, Entry.HANDED_OVER, reader.telegram_id, str(found.number)))
    return after, counted(uow, into)


def end(uow: UnitOfWork, before: Item, after: Item, by: int) -> Item:
    """It is over, and stands on no agenda any more."""
    if before.sitting is not None:
        uow.agenda.note(before.id, Line(uow.now, Entry.UNSCHEDULED, by))
        uow.record(ItemUnscheduled(before))
    return moved(uow, before, after, by, after.reason)


def _check_unresolved(item: Item) -> None:
    if item.over:
        raise ItemOver(item.number)
    if item.step not in DROPPABLE:
        raise WrongStep(item.number, item.step)
