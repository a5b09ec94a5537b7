"""What must be kept about inquiries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.inquiries.model import Inquiry, InquiryId, Line
from bot.kit.people import CommunityId


class Inquiries(Protocol):
    def add(self, inquiry: Inquiry) -> Inquiry:
        """It comes back with its id and the community's next number."""

    def save(self, inquiry: Inquiry) -> None: ...

    def get(self, inquiry: InquiryId) -> Inquiry:
        """Raises `NoInquiry`."""

    def with_key(self, key: str) -> Inquiry | None:
        """The one with this line in it."""

    def say(self, inquiry: InquiryId, line: Line) -> None: ...

    def lines(self, inquiry: InquiryId) -> Sequence[Line]:
        """In the order in which they were said."""

    def latest(self, community: CommunityId, most: int) -> Sequence[Inquiry]:
        """The newest first."""

    def open(self, community: CommunityId) -> Sequence[Inquiry]:
        """Those that are not closed, the oldest first."""

    def to_look_at(self, now: datetime, most: int) -> Sequence[Inquiry]: ...
