"""The one door to the community's books, as handlers know it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Away(Exception):
    """Somebody who is needed does not answer: the update comes again, and is not acknowledged until then."""


class BooksAway(Away):
    """The books do not, and perhaps nobody knows whether the last action was committed."""


@dataclass(frozen=True)
class UpdateKey:
    """What Telegram sent: it may send it twice, it shall have its effect once."""

    bot_id: int
    update_id: int

    def __str__(self) -> str:
        """The name of what this update begins."""
        return f"{self.bot_id}-{self.update_id}"


class Town(Protocol):
    """Runs use cases, each in a transaction of its own, away from the event loop."""

    async def do(
        self,
        use_case: Callable[Concatenate[Any, P], T],
        once: UpdateKey | None = None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run `use_case(unit_of_work, …)` and what follows from its events; commit; return its answer.

        With `once`, an update that was handled before changes nothing again: the use case then only says
        what it would answer now. Raises what the use case raises; nothing is kept of what it did.
        """
        ...

    async def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case that only looks."""
        ...
