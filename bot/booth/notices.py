"""What the group and people are told of votes."""

from datetime import datetime, timedelta

from bot.booth import group_views, reminder_views
from bot.booth.model.events import TurnoutChanged
from bot.delivery.model import Board, Post, Priority, considerate_before
from bot.groups.model import GroupChanged, Purpose
from bot.kit.people import CommunityId, Reader
from bot.kit.words import words_for
from bot.residents.model import CommunitySetUp
from bot.unit_of_work import UnitOfWork
from bot.votes.model.events import VoteAnnulled, VoteChanged, VoteExtended, VoteReminded
from bot.votes.model.vote import Vote


def show_card(uow: UnitOfWork, event: VoteChanged) -> None:
    """One card a vote in the main group."""
    _show(uow, event.vote, uow.now)


def follow_ballots(uow: UnitOfWork, event: TurnoutChanged) -> None:
    """Some seconds later: all ballots of these seconds are one edit."""
    _show(uow, event.vote, uow.now + timedelta(seconds=uow.settings.votes.card_seconds))


def group_has_changed(uow: UnitOfWork, event: CommunitySetUp | GroupChanged) -> None:
    """A community's main group is another one now, or the bot is there again: it shall have the votes that run."""
    community = event.community.id if isinstance(event, CommunitySetUp) else event.group.community
    if community is not None:
        for vote in uow.votes.running(community, uow.now):
            _show(uow, vote, uow.now)


def group_hears_of_extension(uow: UnitOfWork, event: VoteExtended) -> None:
    """An edit makes no sound: that there is more time is told once, aloud."""
    vote = event.vote
    if (group := _group(uow, vote.community)) is not None:
        shown = group_views.extended(words_for(Reader(0, ""), uow.settings.zone), vote, uow.link)
        uow.outbox.put(Post(f"vote-{vote.id}-extended", group, shown.params(), uow.now, until=vote.ends_at))
    uow.outbox.withdraw_all(f"vote-{vote.id}-remind-", uow.now)


def group_hears_of_annulment(uow: UnitOfWork, event: VoteAnnulled) -> None:
    vote = event.vote
    if (group := _group(uow, vote.community)) is not None:
        shown = group_views.annulled(words_for(Reader(0, ""), uow.settings.zone), vote)
        uow.outbox.put(Post(f"vote-{vote.id}-annulled", group, shown.params(), uow.now))
    uow.outbox.withdraw_all(f"vote-{vote.id}-remind-", uow.now)


def remind(uow: UnitOfWork, event: VoteReminded) -> None:
    """Each in their own manner, nobody at night, and not after it is over; of a later end anew."""
    vote = event.vote
    due_at = considerate_before(vote.ends_at, uow.now, uow.settings)
    for telegram_id in event.them:
        words = words_for(uow.residents.reader(telegram_id, vote.community), uow.settings.zone)
        shown = reminder_views.reminder(words, vote).params()
        cause = f"vote-{vote.id}-remind-{int(vote.ends_at.timestamp())}-{event.hours}-{telegram_id}"
        uow.outbox.put(Post(cause, telegram_id, shown, due_at, priority=Priority.BULK, until=vote.ends_at))


def _show(uow: UnitOfWork, vote: Vote, due_at: datetime) -> None:
    group = _group(uow, vote.community)
    if group is not None:
        say = words_for(Reader(0, ""), uow.settings.zone)
        shown = group_views.card(say, vote, uow.vote_roll.turnout(vote.id), uow.link)
        uow.outbox.show(Board(f"vote-{vote.id}", group, shown.params(), due_at))


def _group(uow: UnitOfWork, community: CommunityId) -> int | None:
    group = uow.groups.serving(community, Purpose.MAIN)
    return None if group is None else group.chat_id
