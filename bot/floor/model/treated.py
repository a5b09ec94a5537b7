"""An item at a sitting: talked about, or voted on by a show of hands (row R015)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.agenda.model.item import ItemId, Outcome
from bot.floor.model.refusals import MoreVotesThanPeople, NothingCast
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import SittingId


class NoVote(StrEnum):
    """Why an item is only talked about, beside what the preview says."""

    OTHER_BUSINESS = "other_business"
    """It does not stand on this sitting's agenda."""
    QUORUM = "quorum"


TalkOnly = WhyTalkOnly | NoVote


@dataclass(frozen=True)
class Result:
    """What was counted, and what follows by the rule."""

    yes: int
    no: int
    abstained: int
    outcome: Outcome

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstained


def result_of(yes: int, no: int, abstained: int, most: int) -> Result:
    """More yes than no adopts, a tie does not; who abstains counts on neither side.

    `most`: how many of those entitled are there. Raises `MoreVotesThanPeople`, `NothingCast`.
    """
    cast = yes + no + abstained
    if min(yes, no, abstained) < 0 or cast > most:
        raise MoreVotesThanPeople(cast, most)
    if not cast:
        raise NothingCast
    return Result(yes, no, abstained, Outcome.ADOPTED if yes > no else Outcome.REJECTED)


@dataclass(frozen=True)
class Treated:
    """An item as it was treated at a sitting."""

    sitting: SittingId
    item: ItemId
    position: int
    """In which order it was opened, from 1."""
    opened_at: datetime
    opened_by: int
    """Telegram id; 0 once they have had their data deleted."""
    closed_at: datetime | None = None
    voted: bool = False
    """It may be resolved here."""
    balloted: bool = False
    """A vote was opened on it: that decides, not hands."""
    talk_only: TalkOnly | None = None
    """Why it may not."""
    result: Result | None = None
    """It binds when the item is closed; until then it can be corrected."""

    @property
    def unresolved(self) -> bool:
        """It could be resolved here, no hands were counted, and no vote runs on it."""
        return self.voted and not self.balloted and self.result is None
