"""What must be read of the books for the file of a community."""

from collections.abc import Iterator
from typing import Protocol

from bot.archive.model import Extract, Head
from bot.kit.people import CommunityId


class Archive(Protocol):
    """All tables of a community; never a ballot before its vote has closed, never a key."""

    def head(self, community: CommunityId, *, people: bool) -> Head: ...

    def extracts(self, community: CommunityId, *, people: bool) -> Iterator[Extract]:
        """One after the other, each to be read before the next is asked for.

        Without people, their names, words and addresses are left out, and numbers that are theirs are others, the
        same ones all through this file.
        """
