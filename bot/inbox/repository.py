"""What the inbox looks up, and what is kept ready for answering."""

from collections.abc import Sequence
from typing import Protocol

from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.concern import Concern
from bot.inbox.model import Asked, Counts
from bot.kit.people import CommunityId


class Inboxes(Protocol):
    """The open concerns; what is closed is never looked at."""

    def count(self, asked: Asked) -> Counts: ...

    def concerns(self, asked: Asked, most: int, skip: int = 0) -> Sequence[Concern]:
        """Next due first."""


class CannedAnswers(Protocol):
    """The ready answers of each community."""

    def all(self, community: CommunityId) -> Sequence[CannedAnswer]:
        """In the order in which they were added."""

    def get(self, canned: int) -> CannedAnswer:
        """Raises `NoCanned`."""

    def add(self, community: CommunityId, words: str) -> None: ...

    def remove(self, canned: int) -> None: ...
