"""What happens to previews."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.agenda.model.item import Item, Paper
from bot.kit.events import Event
from bot.previews.model.program import Program
from bot.sittings.model.sitting import Sitting


@dataclass(frozen=True)
class PreviewChanged(Event):
    """The group's board of this name is to show what is in `program`, which is only what needs this notice.

    `main`: it is the preview of the whole agenda.
    """

    program: Program
    days: int
    board: str
    main: bool


@dataclass(frozen=True)
class PapersReady(Event):
    """What is to be read beside these items goes to the group, after the post that needs so many days' notice."""

    sitting: Sitting
    days: int
    papers: Sequence[tuple[Item, Paper]]


@dataclass(frozen=True)
class PreviewReady(Event):
    """These people, by their Telegram ids, read it in private now."""

    program: Program
    them: Sequence[int]


@dataclass(frozen=True)
class PreviewLate(Event):
    """The group has not had it in time; or `no_group`: there is none that could. So many items cannot be voted."""

    sitting: Sitting
    days: int
    items: int
    no_group: bool


@dataclass(frozen=True)
class PreviewOver(Event):
    """The board of this name need not be on top any more."""

    sitting: Sitting
    board: str
