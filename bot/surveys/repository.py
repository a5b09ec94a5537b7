"""What must be kept about the survey."""

from datetime import date
from typing import Protocol

from bot.kit.people import CommunityId
from bot.surveys.model import Question, Score, Tally


class Surveys(Protocol):
    """Which concerns are asked about; and, apart from that, how many answers there are of each kind."""

    def ask(self, question: Question) -> None:
        """The concern is asked about, in place of an older question about it."""

    def close(self, question: Question) -> bool:
        """It has been answered; False where it was before, or is not asked (any more)."""

    def count(self, community: CommunityId, month: date, building: int, category: str, score: Score) -> None:
        """One more answer like this."""

    def tally(self, community: CommunityId, month: date) -> Tally: ...
