"""The outbox: one queue of posts and board states; and which message each board is."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    String,
    bindparam,
    case,
    cast,
    delete,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    tuple_,
    update,
)

from bot.delivery.model import MISSED, Board, Owed, Post
from bot.kit.events import Subject
from storage.outbox import STILL_OWED, TURN, boards, outbox
from storage.schema import Moment
from storage.upsert import upsert_on

_NOW = bindparam("now", type_=Moment())


class SqlOutbox:
    """Implements `bot.delivery.repository.Outbox`.

    A board has one row here, which is owed again whenever the board changes; `revision` counts its states.
    """

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self._upsert = upsert_on(connection)
        self.owes = False

    def put(self, post: Post) -> None:
        row = _row(post) | {"cause": post.cause, "method": post.method}
        self._run(self._upsert(outbox).values(row).on_conflict_do_nothing())
        self.owes = True

    def show(self, board: Board) -> None:
        board_id = self._board_id(board)
        row = _row(board) | {"cause": f"board-{board_id}", "board_id": board_id, "method": "sendMessage"}
        again = _row(board) | {"attempts": 0, "done_at": None, "outcome": None, "revision": outbox.c.revision + 1}
        waits = STILL_OWED & ~outbox.c.claimed & (outbox.c.due_at < board.due_at)
        again["due_at"] = case((waits, outbox.c.due_at), else_=literal(board.due_at, Moment()))
        self._run(self._upsert(outbox).values(row).on_conflict_do_update(index_elements=["cause"], set_=again))
        self.owes = True

    def claim(self, now: datetime, limit: int, resting: Collection[int]) -> Sequence[Owed]:
        self._run(_GIVE_UP_LATE, {"now": now})
        found = self._run(_NEXT, {"now": now, "resting": list(resting), "most": limit}).all()
        if found:
            self._run(update(outbox).where(outbox.c.id.in_([row.id for row in found])).values(claimed=True))
        return [_owed(row) for row in found]

    def withdraw(self, cause: str, at: datetime) -> None:
        self._withdraw(outbox.c.cause == cause, at)

    def withdraw_all(self, causes: str, at: datetime) -> None:
        self._withdraw(_begins(causes), at)

    def tally(self, causes: str) -> Mapping[str, int]:
        ended = func.coalesce(outbox.c.outcome, "")
        counted = select(ended, func.count()).where(_begins(causes)).group_by(ended)
        return {row[0]: row[1] for row in self._run(counted)}

    def release(self) -> int:
        return self._run(update(outbox).where(STILL_OWED & outbox.c.claimed).values(claimed=False)).rowcount

    def sent(self, owed: Owed, at: datetime, message_id: int | None) -> None:
        self._finish(owed, at, "sent")
        if not owed.is_board or message_id is None or message_id == owed.board_message_id:
            return
        posted_at = func.coalesce(boards.c.posted_at, literal(at, Moment()))
        self._run(update(boards).where(_board_of(owed)).values(message_id=message_id, posted_at=posted_at))
        if owed.pinned:
            pin = {"message_id": message_id, "disable_notification": True}
            self.put(Post(f"pin-{owed.chat_id}-{message_id}", owed.chat_id, pin, at, "pinChatMessage"))

    def postpone(self, owed: Owed, until: datetime, reason: str) -> None:
        again = {"claimed": False, "due_at": until, "attempts": owed.attempts + 1, "last_error": reason}
        self._run(update(outbox).where(outbox.c.id == owed.id).values(again))

    def give_up(self, owed: Owed, at: datetime, reason: str) -> None:
        self._finish(owed, at, reason[:200])

    def abandon(self, chat_id: int, at: datetime, reason: str) -> None:
        owed = update(outbox).where(STILL_OWED, ~outbox.c.claimed, outbox.c.chat_id == chat_id)
        self._run(owed.values(done_at=at, outcome=reason, params="{}"))

    def message_of(self, chat_id: int, name: str) -> int | None:
        return self._run(select(boards.c.message_id).filter_by(chat_id=chat_id, name=name)).scalar_one_or_none()

    def pinned(self, chat_id: int) -> Collection[int]:
        on_top = select(boards.c.message_id).filter_by(chat_id=chat_id, pinned=True)
        return self._run(on_top.where(boards.c.message_id.is_not(None))).scalars().all()

    def posted_at(self, chat_id: int, name: str) -> datetime | None:
        return self._run(select(boards.c.posted_at).filter_by(chat_id=chat_id, name=name)).scalar_one_or_none()

    def forget_message(self, owed: Owed) -> None:
        self._run(update(boards).where(_board_of(owed)).values(message_id=None))
        self._run(update(outbox).where(outbox.c.id == owed.id).values(claimed=False))

    def follow(self, old_chat_id: int, new_chat_id: int) -> None:
        new = boards.alias("new")
        shown = exists().where(new.c.chat_id == new_chat_id, new.c.name == boards.c.name)
        double = select(boards.c.id).where(boards.c.chat_id == old_chat_id, shown).scalar_subquery()
        self._run(delete(outbox).where(outbox.c.board_id.in_(double)))
        self._run(delete(boards).where(boards.c.id.in_(double)))
        moved = {"chat_id": new_chat_id}
        self._run(update(outbox).where(STILL_OWED & (outbox.c.chat_id == old_chat_id)).values(moved))
        self._run(update(boards).where(boards.c.chat_id == old_chat_id).values(moved | {"message_id": None}))

    def due(self, now: datetime) -> int:
        waiting = STILL_OWED & ~outbox.c.claimed & (outbox.c.due_at <= now)
        return self._run(select(func.count()).select_from(outbox).where(waiting)).scalar_one()

    def forget_old(self, before: datetime) -> None:
        """Drop what was done before `before`; its cause cannot come again by then."""
        self._run(delete(outbox).where(outbox.c.done_at < before))

    def boards(self, name: str) -> Sequence[int]:
        return self._run(select(boards.c.chat_id).filter_by(name=name)).scalars().all()

    def forget(self, telegram_id: int, subjects: Collection[Subject]) -> None:
        about = [outbox.c.cause.startswith(f"{subject.kind}-{subject.id}-") for subject in subjects]
        id_alone = rf"(?<!\d){telegram_id}(?!\d)"
        named = outbox.c.cause.regexp_match(id_alone) | outbox.c.params.regexp_match(id_alone)
        self._run(delete(outbox).where(STILL_OWED, outbox.c.board_id.is_(None), or_(false(), named, *about)))
        nameless = literal("forgotten-").concat(cast(outbox.c.id, String))
        self._run(update(outbox).where(outbox.c.cause.regexp_match(id_alone)).values(cause=nameless))

    def _withdraw(self, which: ColumnElement[bool], at: datetime) -> None:
        waiting = update(outbox).where(STILL_OWED, ~outbox.c.claimed, which)
        self._run(waiting.values(done_at=at, outcome="withdrawn", params="{}"))

    def _finish(self, owed: Owed, at: datetime, outcome: str) -> None:
        """Done; unless the board has changed since it was claimed, then the newest state is owed."""
        this = outbox.c.id == owed.id
        done = {"claimed": False, "done_at": at, "outcome": outcome, "params": "{}"}  # what was said is not kept
        if self._run(update(outbox).where(this, outbox.c.revision == owed.revision).values(done)).rowcount == 0:
            self._run(update(outbox).where(this).values(claimed=False))

    def _board_id(self, board: Board) -> int:
        row = {"chat_id": board.chat_id, "name": board.name, "pinned": board.pinned}
        known = (
            self._upsert(boards)
            .values(row)
            .on_conflict_do_update(index_elements=["chat_id", "name"], set_={"pinned": board.pinned})
        )
        return int(self._run(known.returning(boards.c.id)).scalar_one())


def _another_goes_first() -> ColumnElement[bool]:
    """Whether something else is due to the same chat that comes before it."""
    other = outbox.alias("other")
    turn = tuple_(other.c.priority, other.c.due_at, other.c.id)
    return exists().where(
        other.c.chat_id == outbox.c.chat_id,
        other.c.done_at.is_(None),
        ~other.c.claimed,
        other.c.due_at <= _NOW,
        turn < tuple_(*TURN),
    )


# Asked at each look, so put together once.
_GIVE_UP_LATE = (
    update(outbox)
    .where(STILL_OWED, ~outbox.c.claimed, outbox.c.until <= _NOW)
    .values(done_at=_NOW, outcome=MISSED, params="{}")
)
_NEXT = (
    select(outbox, boards.c.message_id, boards.c.pinned)
    .outerjoin(boards, boards.c.id == outbox.c.board_id)
    .where(
        STILL_OWED,
        ~outbox.c.claimed,
        outbox.c.due_at <= _NOW,
        outbox.c.chat_id.not_in(bindparam("resting", expanding=True)),
        ~_another_goes_first(),
    )
    .order_by(*TURN)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True, of=outbox)
)


def _begins(causes: str) -> ColumnElement[bool]:
    return outbox.c.cause.between(causes, causes + "~")


def _board_of(owed: Owed) -> ColumnElement[bool]:
    return boards.c.id == select(outbox.c.board_id).where(outbox.c.id == owed.id).scalar_subquery()


def _row(owed: Post | Board) -> dict[str, object]:
    return {
        "until": owed.until,
        "chat_id": owed.chat_id,
        "params": json.dumps(owed.params, ensure_ascii=False),
        "priority": int(owed.priority),
        "due_at": owed.due_at,
    }


def _owed(row: Row[tuple[object, ...]]) -> Owed:
    found = row._mapping
    return Owed(
        id=found["id"],
        chat_id=found["chat_id"],
        method=found["method"],
        params=json.loads(found["params"]),
        attempts=found["attempts"],
        board_message_id=found["message_id"],
        is_board=found["board_id"] is not None,
        pinned=bool(found["pinned"]),
        revision=found["revision"],
    )
