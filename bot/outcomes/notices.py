"""What the group and moderators are told of outcomes, each thing once. No post says who chose what."""

from bot.delivery.model import Board, Params, Post, considerate, drawn, written
from bot.groups.model import Purpose
from bot.kit.people import CommunityId, Reader
from bot.kit.words import Words, words_for
from bot.outcomes import group_views, notice_views, poster_views
from bot.outcomes.model.events import (
    OutcomeFinal,
    OutcomeSetAside,
    OutcomeStated,
    StatementChanged,
    VerdictWanted,
)
from bot.outcomes.model.file import text_of
from bot.outcomes.model.statement import Statement
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.recorded import recorded


def publish(uow: UnitOfWork, event: OutcomeStated) -> None:
    """The picture, the words, and of a secret vote the record: a record by name is handed to who asks."""
    statement, say = event.statement, _words(uow)
    group = _group(uow, statement.vote.community)
    if group is None:
        return
    picture: Params = {
        "photo": drawn(poster_views.poster(say, statement)),
        "caption": group_views.caption(say, statement),
    }
    _post(uow, statement, group, "picture", picture, "sendPhoto")
    show_in_group(uow, event)
    if statement.has_receipts:
        name = f"vote-{statement.vote.number}.json"
        file = written(name, text_of(recorded(statement.vote, uow.ballots.counted(statement.vote), ())))
        caption = group_views.record_caption(say, statement)
        _post(uow, statement, group, "record", {"document": file, "caption": caption}, "sendDocument")


def show_in_group(uow: UnitOfWork, event: StatementChanged) -> None:
    """One post; what becomes of it is an edit."""
    statement = event.statement
    group = _group(uow, statement.vote.community)
    if group is not None:
        shown = group_views.result(_words(uow), statement, uow.link)
        due_at = considerate(uow.now, uow.settings)
        uow.outbox.show(Board(f"outcome-{statement.vote.id}", group, shown.params(), due_at))


def tell_group(uow: UnitOfWork, event: OutcomeFinal | OutcomeSetAside) -> None:
    """An edit makes no sound: that it stands, or does not, is told once, aloud."""
    statement = event.statement
    group = _group(uow, statement.vote.community)
    if group is None:
        return
    shown = group_views.became_final if isinstance(event, OutcomeFinal) else group_views.set_aside
    _post(uow, statement, group, statement.stage, shown(_words(uow), statement).params(), "sendMessage")


def moderators_decide(uow: UnitOfWork, event: VerdictWanted) -> None:
    """Each of them: an objection waits."""
    vote = event.statement.vote
    for reader in uow.roles.holders(vote.community, Role.MODERATOR):
        shown = notice_views.verdict_wanted(words_for(reader, uow.settings.zone), event.statement)
        cause = f"outcome-{vote.id}-wanted-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), considerate(uow.now, uow.settings)))


def _post(uow: UnitOfWork, statement: Statement, group: int, what: str, params: Params, method: str) -> None:
    cause = f"outcome-{statement.vote.id}-{what}"
    uow.outbox.put(Post(cause, group, params, considerate(uow.now, uow.settings), method))


def _words(uow: UnitOfWork) -> Words:
    return words_for(Reader(0, ""), uow.settings.zone)


def _group(uow: UnitOfWork, community: CommunityId) -> int | None:
    group = uow.groups.serving(community, Purpose.MAIN)
    return None if group is None else group.chat_id
