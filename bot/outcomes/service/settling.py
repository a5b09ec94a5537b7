"""公示 ends: what nobody has objected to in time stands; an upheld objection sets it aside."""

from bot.agenda.model.events import ItemMoved, PointMade
from bot.agenda.model.item import Line, Side
from bot.agenda.model.objections import undecided
from bot.agenda.model.steps import Need, Step
from bot.outcomes.model.events import OutcomeFinal, OutcomeSetAside, VerdictWanted
from bot.outcomes.model.statement import Statement, becomes_final
from bot.unit_of_work import UnitOfWork


def see_to_dates(uow: UnitOfWork) -> bool:
    """One whose days are over: its item goes on, or a moderator is told what it waits for. Whether more may be."""
    statement = uow.outcomes.due(uow.now)
    if statement is None:
        return False
    uow.enter(statement.vote.community)
    if not _goes_on(uow, statement):
        uow.outcomes.save(statement.waits_for_verdict())
        uow.record(VerdictWanted(statement))
    return True


def follow_verdict(uow: UnitOfWork, event: PointMade) -> None:
    """The last objection is dismissed, and the days are over."""
    statement = uow.outcomes.published_of(event.item.id) if event.point.verdict else None
    if statement is not None and statement.due_at is None:
        _goes_on(uow, statement)


def follow_item(uow: UnitOfWork, event: ItemMoved) -> None:
    """Out of ⑤, whoever moved it: on, so that the outcome stands; or back, so that it does not."""
    statement = uow.outcomes.published_of(event.item.id) if event.before is Step.PUBLISHED else None
    if statement is None:
        return
    if event.item.step is Step.REVIEWING:
        aside = statement.set_aside()
        uow.outcomes.save(aside)
        uow.record(OutcomeSetAside(aside))
        return
    final = becomes_final(statement, uow.now)
    uow.outcomes.save(final)
    uow.record(OutcomeFinal(final if final.resolution is None else uow.outcomes.resolve(final)))


def _goes_on(uow: UnitOfWork, statement: Statement) -> bool:
    """⑤ → carried out, or to its end. False while an objection waits for a verdict."""
    vote = statement.vote
    item = uow.agenda.get(vote.item, vote.community)
    said = uow.agenda.points(item.id, Side.OBJECTION, Side.ANSWER)
    if undecided(said, uow.agenda.last(item.id, Step.RESOLVING)):
        return False
    after = item.moved_on(uow.now, {Need.OBJECTIONS_ANSWERED}, uow.settings_of(item.community, item.proposed_at).agenda)
    uow.agenda.save(after)
    uow.agenda.note(after.id, Line(uow.now, after.step, None))
    uow.record(ItemMoved(after, item.step))
    return True
