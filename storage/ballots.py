"""Ballots: sealed on the roll while a vote runs, then counted out where nobody can tell whose they are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from secrets import SystemRandom, token_bytes

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.votes.model.ballot import Choice
from bot.votes.model.roll import EntryId, Origin
from bot.votes.model.vote import Secrecy, State, Vote, VoteId
from storage import shredder
from storage.claims import SqlClaims
from storage.prepared import Prepared
from storage.vote_keys import KEY_BYTES, RECEIPT_LENGTH, VoteKeys, receipt, seal, unseal
from storage.vote_rows import choice_of, choice_row
from storage.vote_tables import ballots, changed, entries, papers, votes

MOST_SIDES = 20
PUT = Prepared(
    update(entries)
    .where(entries.c.id == bindparam("entry"))
    .values(origin=bindparam("how"), sealed=bindparam("content"))
)


@dataclass(frozen=True)
class _Ballot:
    """What is sealed."""

    choice: Choice
    receipt: str


class SqlBallotBox:
    """Implements `bot.votes.repository.BallotBox`."""

    def __init__(self, connection: Connection, keys: VoteKeys, claims: SqlClaims) -> None:
        self._connection = connection
        self._run = connection.execute
        self._keys = keys
        self._claims = claims

    def prepare(self, vote: Vote) -> None:
        self._keys.make(vote.key)

    def put(self, vote: Vote, entry: EntryId, choice: Choice, cause: str, origin: Origin) -> str:
        key = self._keys.read(vote.key)
        mine = receipt(key, cause)
        sealed = seal(key, _packed(vote, _Ballot(choice, mine)), _purpose(vote, entry))
        PUT.changes(self._connection, {"entry": entry, "how": origin, "content": sealed})
        return mine

    def counts(self, vote: Vote, entry: EntryId, cause: str) -> str | None:
        sealed = self._run(select(entries.c.sealed).filter_by(id=entry)).scalar_one()
        if sealed is None:
            return None
        key = self._keys.read(vote.key)
        mine = receipt(key, cause)
        return mine if self._opened(key, vote, entry, sealed).receipt == mine else None

    def keep_paper(self, vote: Vote, entry: EntryId, choice: Choice, by: int) -> None:
        self.drop_paper(entry)
        sealed = seal(self._keys.read(vote.key), _packed(vote, _Ballot(choice, "")), _on_paper(vote, entry))
        self._run(insert(papers).values(entry_id=entry, typed_by=by, sealed=sealed))

    def paper(self, vote: Vote, entry: EntryId) -> tuple[Choice, int] | None:
        row = self._run(select(papers).filter_by(entry_id=entry)).first()
        if row is None:
            return None
        content = unseal(self._keys.read(vote.key), row.sealed, _on_paper(vote, entry))
        return _unpacked(vote, content).choice, row.typed_by

    def drop_paper(self, entry: EntryId) -> None:
        self._run(delete(papers).filter_by(entry_id=entry))

    def close(self, vote: Vote) -> int:
        cast = select(entries.c.id, entries.c.sealed).filter_by(vote_id=vote.id).where(entries.c.sealed.is_not(None))
        sealed = self._run(cast).all()
        if sealed:
            key = self._keys.read(vote.key)
            opened = {EntryId(row.id): self._opened(key, vote, row.id, row.sealed) for row in sealed}
            self._write_named(opened) if vote.secrecy is Secrecy.NAMED else self._write_detached(vote, opened)
        self._forget_sealed(vote)
        return len(sealed)

    def discard(self, vote: Vote) -> None:
        self._forget_sealed(vote)

    def counted(self, vote: Vote) -> Mapping[str, Choice]:
        if vote.secrecy is Secrecy.NAMED:
            found = select(entries.c.id, entries.c.label, entries.c.choice).filter_by(vote_id=vote.id)
            named = self._run(found.where(entries.c.choice.is_not(None))).all()
            times = Counter(row.label for row in named)
            return {_told_apart(row.label, row.id, times): choice_of(row.choice) for row in named}
        found = select(ballots.c.receipt, ballots.c.choice).filter_by(vote_id=vote.id).order_by(ballots.c.receipt)
        return {row.receipt: choice_of(row.choice) for row in self._run(found)}

    def keys_left(self, most: int) -> Sequence[VoteId]:
        over = select(votes.c.id).where(votes.c.key_kept, votes.c.state != State.OPEN)
        return [VoteId(number) for number in self._run(over.order_by(votes.c.id).limit(most)).scalars()]

    def lose_keys(self, over: Sequence[VoteId]) -> None:
        kept = select(votes.c.id, votes.c.key).where(votes.c.key_kept, votes.c.id.in_(over))
        for row in self._claims.rows("vote_keys", kept, votes.c.id):
            self._keys.destroy(row.key)
            self._run(update(votes).filter_by(id=row.id).values(key_kept=False))

    def _opened(self, key: bytes, vote: Vote, entry: int, sealed: bytes) -> _Ballot:
        return _unpacked(vote, unseal(key, sealed, _purpose(vote, entry)))

    def _write_named(self, opened: Mapping[EntryId, _Ballot]) -> None:
        naming = update(entries).where(entries.c.id == bindparam("entry")).values(choice=bindparam("said"))
        self._run(naming, [{"entry": entry, "said": choice_row(one.choice)} for entry, one in opened.items()])

    def _write_detached(self, vote: Vote, opened: Mapping[EntryId, _Ballot]) -> None:
        shuffled = list(opened.values())
        SystemRandom().shuffle(shuffled)
        written: dict[str, _Ballot] = {}
        for one in shuffled:
            mine = one.receipt
            while mine in written:  # two alike are once in a thousand years, and must not keep a vote open
                mine = receipt(token_bytes(KEY_BYTES), mine)
            written[mine] = one
        row = {"vote_id": vote.id}
        self._run(insert(ballots), [row | {"receipt": r, "choice": choice_row(b.choice)} for r, b in written.items()])

    def _forget_sealed(self, vote: Vote) -> None:
        of_vote = select(entries.c.id).filter_by(vote_id=vote.id)
        self._run(delete(papers).where(papers.c.entry_id.in_(of_vote)))
        self._run(update(entries).filter_by(vote_id=vote.id).values(sealed=None))
        self._run(delete(changed).filter_by(vote_id=vote.id))
        shredder.ask(self._connection)


def _told_apart(label: str, entry: int, times: Counter[str]) -> str:
    """Namesakes, and who has had their data deleted, by a number."""
    return label if label and times[label] == 1 else f"{label} #{entry}".strip()


def _purpose(vote: Vote, entry: int) -> str:
    return f"{vote.key}/{entry}"


def _on_paper(vote: Vote, entry: int) -> str:
    return f"{_purpose(vote, entry)}/paper"


def _packed(vote: Vote, ballot: _Ballot) -> bytes:
    """Always of one length: nobody shall tell choices apart by it."""
    sides = [vote.rule.sides.index(side) for side in ballot.choice]
    return bytes([len(sides), *sides]).ljust(1 + MOST_SIDES) + ballot.receipt.ljust(RECEIPT_LENGTH).encode()


def _unpacked(vote: Vote, content: bytes) -> _Ballot:
    sides: Sequence[int] = content[1 : 1 + content[0]]
    return _Ballot(tuple(vote.rule.sides[side] for side in sides), content[1 + MOST_SIDES :].decode().strip())
