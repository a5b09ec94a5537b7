"""A vote is closed: its ballots are counted once more from the record that is published, and the item moves on."""

from dataclasses import replace

from bot.agenda.model.events import ItemMoved
from bot.agenda.model.item import Entry, Item, Line
from bot.agenda.model.item import Outcome as Decided
from bot.agenda.model.steps import Step
from bot.delivery.model import considerate
from bot.outcomes.model.events import OutcomeStated
from bot.outcomes.model.file import digest_of, text_of
from bot.outcomes.model.statement import Stage, Statement
from bot.outcomes.model.tally import tallied
from bot.unit_of_work import UnitOfWork
from bot.votes.model.count import Outcome
from bot.votes.model.events import VoteClosed
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record
from bot.votes.model.recorded import recorded
from bot.votes.model.vote import Vote


def state(uow: UnitOfWork, event: VoteClosed) -> None:
    """In the transaction that closes it: nobody learns of a closed vote without its outcome.

    An item that is not in ④ any more stays where it is: whatever moved it, no vote stays open for that.
    """
    vote = event.vote
    published = record_of(uow, vote)
    item = uow.agenda.get(vote.item, vote.community)
    digest = digest_of(text_of(published))
    statement = Statement(vote, item.number, tallied(published), digest, uow.now, Stage.FINAL)
    uow.agenda.note(item.id, Line(uow.now, Entry.RESULT, None, f"vote {vote.number}"))
    if item.step is Step.RESOLVING:
        statement = _with_item(uow, item, statement)
    uow.outcomes.state(statement)
    uow.record(OutcomeStated(statement))


def record_of(uow: UnitOfWork, vote: Vote) -> Record | OwnersRecord:
    """What everybody may count once more."""
    return recorded(vote, uow.ballots.counted(vote), uow.vote_roll.units(vote.id))


def _decided(uow: UnitOfWork, item: Item, outcome: Outcome) -> Item:
    """④ → ⑤ from when the group may read it; where too few took part nothing is decided, and it goes back to ③."""
    if outcome is Outcome.NO_QUORUM:
        return item.put_off(uow.now)
    decided = Decided.ADOPTED if outcome is Outcome.CARRIED else Decided.REJECTED
    return item.resolved(
        decided, considerate(uow.now, uow.settings), uow.settings_of(item.community, item.proposed_at).agenda
    )


def _with_item(uow: UnitOfWork, before: Item, statement: Statement) -> Statement:
    """The item moves on; what was decided is on notice then."""
    after = _decided(uow, before, statement.outcome)
    uow.agenda.save(after)
    uow.agenda.note(after.id, Line(uow.now, after.step, None))
    uow.record(ItemMoved(after, before.step))
    if after.step is not Step.PUBLISHED:
        return statement
    until = after.objections_until(uow.settings_of(after.community, after.proposed_at).agenda)
    return replace(statement, stage=Stage.NOTICE, until=until, due_at=until)
