"""What must be kept about agenda items."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.agenda.model.item import Item, ItemId, Line, Paper, Point, Side, Wording
from bot.agenda.model.steps import Step
from bot.kit.people import CommunityId
from bot.residents.model import HouseholdId
from bot.roles.model import Expertise
from bot.sittings.model.sitting import SittingId


class ExpertRequests(Protocol):
    """Of which field somebody would like to hear a guide about an item; once for each, and for None of them."""

    def ask(self, item: ItemId, expertise: Expertise | None, by: int, at: datetime) -> bool:
        """Whether nobody had asked before."""

    def asked_by(self, item: ItemId, expertise: Expertise) -> int | None:
        """Telegram id of who asked; None for nobody, or nobody who still has data here."""


class Agenda(Protocol):
    """The items of all communities, with their supporters, points, wordings and papers."""

    def add(self, item: Item) -> Item:
        """Keep a new one; it comes back with its id and number."""

    def save(self, item: Item) -> None: ...

    def get(self, item: ItemId, community: CommunityId | None) -> Item:
        """Raises `NoItem`, also for another community's."""

    def numbered(self, community: CommunityId | None, number: int) -> Item:
        """Raises `NoItem`."""

    def with_key(self, key: str) -> Item | None: ...

    def open_items(self, community: CommunityId, most: int) -> Sequence[Item]:
        """Those that are not over, the oldest first."""

    def proposed_by(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Item]:
        """The newest first, those that are over included."""

    def of_concern(self, concern: int) -> Item | None:
        """The newest item that came from this concern."""

    def of_sitting(self, sitting: SittingId) -> Sequence[Item]:
        """What stands on its agenda, in order."""

    def support(self, item: ItemId, household: HouseholdId, telegram_id: int, at: datetime) -> bool:
        """A household supports the item, once; whether it did not before."""

    def unsupport(self, item: ItemId, household: HouseholdId) -> None:
        """The household takes it back."""

    def supports(self, item: ItemId, household: HouseholdId) -> bool: ...

    def supporters(self, item: ItemId) -> int:
        """How many households support it."""

    def hand_over_supporters(self, item: ItemId, to: ItemId) -> None:
        """Whoever supports the one supports the other from now on; no household twice."""

    def keep_wording(self, wording: Wording) -> None: ...

    def wording(self, item: ItemId, version: int) -> Wording | None: ...

    def add_point(self, point: Point) -> Point:
        """It comes back with its id."""

    def point(self, point: int) -> Point:
        """Raises `NoItem`."""

    def paper(self, paper: int) -> Paper:
        """Raises `NoItem`."""

    def points(self, item: ItemId, *sides: Side) -> Sequence[Point]:
        """Of these sides, or of all; the earliest first."""

    def add_paper(self, paper: Paper) -> Paper:
        """It comes back with its id."""

    def papers(self, item: ItemId) -> Sequence[Paper]: ...

    def note(self, item: ItemId, line: Line) -> None:
        """Add a line to the history."""

    def history(self, item: ItemId) -> Sequence[Line]: ...

    def last(self, item: ItemId, deed: Step) -> Line | None:
        """The newest line of the history that says so."""
