"""What happened at a sitting, as figures and exact words. Nobody can edit it, and it says of nobody what they think.

What minutes must hold: field notes E2 (Robert's Rules, 48:4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.agenda.model.item import Item, ItemId, Outcome, Point, Side, Wording
from bot.floor.model.presence import Present
from bot.floor.model.session import Session
from bot.floor.model.treated import Result, TalkOnly, Treated
from bot.sittings.model.sitting import Sitting

DIGEST = 8
"""So many digits of a motion's SHA-256 stand in the minutes."""


@dataclass(frozen=True)
class Motion:
    """The exact words that were voted on."""

    version: int
    words: str
    digest: str
    """The first digits of their SHA-256, in hex."""


@dataclass(frozen=True)
class Matter:
    """An agenda item as it was treated; `motion` only where it was up for a vote."""

    item: ItemId
    number: int
    what: str
    motion: Motion | None = None
    result: Result | None = None
    talk_only: TalkOnly | None = None
    """Why it was not voted on, where there was a reason."""
    balloted: bool = False
    """A vote was opened on it, which runs for days: its result is added below."""
    pro: int = 0
    con: int = 0
    """How many reasons had been given for and against."""


@dataclass(frozen=True)
class Balloted:
    """What came of a vote that was opened at this sitting."""

    item: ItemId
    vote: int
    """Its number."""
    outcome: Outcome | None
    """None where too few took part, so that nothing is decided."""
    entitled: int
    cast: int
    sides: tuple[tuple[str, int], ...]
    """Each side as the ballot has it, `yes` and `no` among them, and its ballots."""
    abstained: int
    stands: bool = True
    """False once an objection was upheld."""


@dataclass(frozen=True)
class Left:
    """What stood on the agenda and was not reached."""

    number: int
    what: str


@dataclass(frozen=True)
class Record:
    by_rule: bool
    """One of the rhythm, not an extraordinary one."""
    starts_at: datetime
    opened_at: datetime
    closed_at: datetime
    place: str
    present: Present
    adjourned: bool
    matters: tuple[Matter, ...] = ()
    left: tuple[Left, ...] = ()
    next_at: datetime | None = None
    """When the next sitting was to be, as it stood at the end of this one."""


def matter_of(item: Item, treated: Treated, wording: Wording | None, points: Sequence[Point]) -> Matter:
    """`wording`: the one that was published; it counts only where the item was up for a vote."""
    voted = treated.voted and wording is not None
    motion = Motion(wording.version, wording.words, wording.digest[:DIGEST]) if voted and wording else None
    pro, con = (sum(point.side is side for point in points) for side in (Side.PRO, Side.CON))
    result = treated.result if motion else None
    balloted = treated.balloted and motion is not None
    return Matter(item.id, item.number, item.what, motion, result, treated.talk_only, balloted, pro, con)


def record_of(
    sitting: Sitting,
    session: Session,
    matters: Sequence[Matter],
    unreached: Sequence[Item],
    place: str,
    next_at: datetime | None,
) -> Record:
    """What is written down of a sitting that was opened and closed. `unreached`: what stood on its agenda besides.

    Raises `ValueError` for one that was never held.
    """
    if session.opened_at is None or session.closed_at is None or session.present is None:
        raise ValueError("there are minutes only of what was held")
    return Record(
        by_rule=sitting.by_rule,
        starts_at=sitting.starts_at,
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        place=place,
        present=session.present,
        adjourned=session.adjourned,
        matters=tuple(matters),
        left=tuple(Left(item.number, item.what) for item in unreached),
        next_at=next_at,
    )


def results(record: Record) -> Mapping[ItemId, Result]:
    """What was resolved."""
    return {matter.item: matter.result for matter in record.matters if matter.result is not None}
