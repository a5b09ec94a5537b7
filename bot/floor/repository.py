"""What must be kept about sittings as they are held."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.agenda.model.item import ItemId
from bot.floor.model.log import ChairLine
from bot.floor.model.presence import CheckIn, Heads
from bot.floor.model.queue import Turn
from bot.floor.model.session import Session
from bot.floor.model.tasks import Task
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId


class Floor(Protocol):
    """Sessions with their check-ins, treated items, turns to speak, and the log of the chair."""

    def session(self, sitting: SittingId) -> Session | None: ...

    def begin(self, session: Session) -> bool:
        """Keep a new one; False, and nothing kept, where the sitting has one."""

    def save(self, session: Session) -> None: ...

    def running(self, community: CommunityId) -> Session | None:
        """The one that is open now; the latest of several."""

    def latest_over(self, community: CommunityId, since: datetime) -> Sequence[Session]:
        """Those closed, adjourned or not held from `since` on, the latest first."""

    def unopened(self, community: CommunityId, after: datetime, until: datetime) -> Sequence[Sitting]:
        """Sittings not called off with `after < starts_at <= until` that have no session, the earliest first."""

    def undone(self, task: Task, after: datetime, until: datetime, most: int) -> Sequence[Sitting]:
        """Sittings not called off with `after < starts_at <= until` of which this was not done, the earliest first."""

    def done(self, task: Task, sitting: SittingId, at: datetime) -> None: ...

    def convened(self, community: CommunityId, since: datetime, until: datetime) -> tuple[int, int]:
        """Of the sessions over whose sitting began in `since <= starts_at < until`: with a quorum, and all."""

    def reached(self, sitting: SittingId) -> int:
        """The greatest Telegram id of those who were asked to check in; 0 before the first."""

    def reach(self, sitting: SittingId, telegram_id: int) -> None: ...

    def check_in(self, check_in: CheckIn) -> bool:
        """Once for each person; whether they were not there before."""

    def heads(self, sitting: Sitting) -> Heads:
        """Who has checked in, counted. Of the council are representatives, and alternates who were asked."""

    def check_ins(self, sitting: SittingId) -> Sequence[CheckIn]:
        """In the order in which they came."""

    def checked_in(self, sitting: SittingId, telegram_id: int) -> CheckIn | None: ...

    def wrong_code(self, sitting: SittingId, telegram_id: int) -> int:
        """Count one more; how many there are now."""

    def wrong_codes(self, sitting: SittingId, telegram_id: int) -> int: ...

    def treat(self, treated: Treated) -> None:
        """Keep a newly opened item."""

    def save_treated(self, treated: Treated) -> None: ...

    def treated(self, sitting: SittingId) -> Sequence[Treated]:
        """In the order in which they were opened."""

    def ask(self, turn: Turn) -> Turn:
        """Keep a new one; it comes back with its id."""

    def save_turn(self, turn: Turn) -> None: ...

    def turns(self, sitting: SittingId, item: ItemId | None = None) -> Sequence[Turn]:
        """Of the whole sitting, or of one item, in the order in which they were asked for."""

    def note(self, sitting: SittingId, line: ChairLine) -> None: ...

    def log(self, sitting: SittingId) -> Sequence[ChairLine]: ...
