"""Who can still cast a ballot is reminded, before a vote closes: known from participation alone."""

from dataclasses import replace

from bot.delivery.model import considerate_before
from bot.residents.model import ResidentJoined
from bot.unit_of_work import UnitOfWork
from bot.votes.model.events import VoteReminded

AT_ONCE = 200
"""So many people are written to in one transaction."""


def see_to_reminders(uow: UnitOfWork, at_once: int = AT_ONCE) -> bool:
    """The next batch of what is due; whether there may be more. What has come too late is dropped.

    What is due at night waits for the morning: only then is it asked who has not voted.
    """
    due = uow.votes.reminder_due(uow.now)
    if due is None:
        return False
    vote = uow.votes.get(due.vote)
    uow.enter(vote.community)
    morning = considerate_before(vote.ends_at, uow.now, uow.settings)
    if morning > uow.now:
        uow.votes.save_reminder(replace(due, due_at=morning), done=False)
        return True
    them = uow.vote_roll.not_yet(vote.id, due.reached, at_once) if vote.runs(uow.now) else ()
    if them:
        uow.record(VoteReminded(vote, due.hours, tuple(them)))
    over = len(them) < at_once
    uow.votes.save_reminder(due if over else replace(due, reached=them[-1]), done=over)
    return True


def follow_joining(uow: UnitOfWork, event: ResidentJoined) -> None:
    """Whose place had a ballot before they joined can cast it."""
    if event.resident.telegram_id is not None:
        uow.vote_roll.follow_joining(event.resident.id, event.resident.telegram_id, uow.now)
