"""A moderator extends a vote once, or annuls it, for a reason that everybody reads. More nobody can do."""

from datetime import datetime, timedelta

from bot.agenda.model.events import ItemMoved
from bot.agenda.model.item import Line
from bot.agenda.model.steps import Step
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.card import tells_something
from bot.votes.model.events import VoteAnnulled, VoteExtended
from bot.votes.model.period import latest_end
from bot.votes.model.refusals import PeriodUnfit, VoteReasonUnfit
from bot.votes.model.reminder import plan
from bot.votes.model.vote import State, Vote, VoteId
from bot.votes.service.deciding import managed

OFFERED_DAYS = (3, 7)


def to_extend(uow: UnitOfWork, reader: Reader, vote: VoteId) -> tuple[Vote, list[datetime]]:
    """A vote that can be extended, and until when. Raises as `extend` does."""
    found = managed(uow, reader, vote)
    latest = latest_end(found.opened_at, uow.settings)
    offered = [found.ends_at + timedelta(days=days) for days in OFFERED_DAYS]
    found.extended(uow.now, offered[0], reader.telegram_id, "")
    return found, [until for until in offered if until <= latest]


def extend(uow: UnitOfWork, reader: Reader, vote: VoteId, until: datetime, reason: str) -> Vote:
    """Once; the same end twice is once.

    Raises `NoVote`, `NoCommunity`, `GuideNeverDecides`, `NotAllowed`, `VoteOver`, `ExtendedBefore`, `NotExtended`,
    `PeriodUnfit`, `VoteReasonUnfit`.
    """
    found = managed(uow, reader, vote)
    if found.extension is not None and found.ends_at == until:
        return found
    reason = fit(uow, reason)
    latest = latest_end(found.opened_at, uow.settings)
    if until > latest:
        raise PeriodUnfit(found.ends_at, latest)
    after = found.extended(uow.now, until, reader.telegram_id, reason)
    uow.votes.save(after)
    uow.votes.plan_reminders(plan(after, uow.settings.votes, uow.now))
    uow.record(VoteExtended(after))
    return after


def to_annul(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Vote:
    """A vote that can be annulled. Raises as `annul` does."""
    found = managed(uow, reader, vote)
    found.check_runs(uow.now)
    return found


def annul(uow: UnitOfWork, reader: Reader, vote: VoteId, reason: str) -> Vote:
    """Nothing of it is counted or kept; its item goes back to ③. Twice is once.

    Raises `NoVote`, `NoCommunity`, `GuideNeverDecides`, `NotAllowed`, `VoteOver`, `VoteReasonUnfit`.
    """
    found = managed(uow, reader, vote)
    if found.state is State.ANNULLED:
        return found
    after = found.annulled(uow.now, fit(uow, reason))
    uow.votes.save(after)
    uow.votes.withdraw_reminders(vote)
    uow.ballots.discard(after)
    put_off(uow, after, reader.telegram_id)
    uow.record(VoteAnnulled(after))
    return after


def fit(uow: UnitOfWork, reason: str) -> str:
    """On one line, for everybody to read. Raises `VoteReasonUnfit`, also for what nobody can read."""
    reason, most = " ".join(reason.split()), uow.settings.votes.reason_characters
    if len(reason) > most or not tells_something(reason):
        raise VoteReasonUnfit(most)
    return reason


def put_off(uow: UnitOfWork, vote: Vote, by: int | None) -> None:
    """Another sitting takes it up, with a preview of its own. `by`: None for time itself."""
    item = uow.agenda.get(vote.item, vote.community)
    if item.step is Step.RESOLVING:
        after = item.put_off(uow.now)
        uow.agenda.save(after)
        uow.agenda.note(item.id, Line(uow.now, after.step, by))
        uow.record(ItemMoved(after, item.step))
