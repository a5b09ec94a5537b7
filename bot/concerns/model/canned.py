"""Answers that a community keeps ready."""

from dataclasses import dataclass

from bot.kit.people import CommunityId


@dataclass(frozen=True)
class CannedAnswer:
    id: int
    community: CommunityId
    words: str
