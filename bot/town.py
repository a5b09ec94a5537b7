"""The town: use cases and their consequences, one transaction each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from bot.kit.clock import Clock
from bot.kit.events import Event
from bot.kit.town import UpdateKey
from bot.unit_of_work import UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")


Reactions = Mapping[type[Event], Sequence[Callable[[UnitOfWork, Any], None]]]
"""When this happened, that follows: `bot.reactions`. What follows upon `Event` follows upon each."""


class Books(Protocol):
    """Where the community's books are kept: `storage.books`."""

    async def write(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None) -> T:
        """Run `work` in a transaction and commit; roll back if it raises, or if `once` was seen before."""
        ...

    async def read(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        """Run `work` on a consistent view; nothing it writes is kept."""
        ...

    async def glance(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        """Run `work`, which writes nothing, for a few rows by their keys, each as it is when it is looked at."""
        ...


class OpenTown:
    """Implements `bot.kit.town.Town`."""

    def __init__(self, books: Books, clock: Clock, reactions: Reactions) -> None:
        self._books = books
        self._clock = clock
        self._reactions = reactions
        self.owing: Callable[[], None] = lambda: None
        """Called after each commit that left something to deliver, or to listen to."""

    async def do(
        self,
        use_case: Callable[Concatenate[Any, P], T],
        once: UpdateKey | None = None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        def work(uow: UnitOfWork) -> tuple[T, bool]:
            answer = use_case(uow, *args, **kwargs)
            self._react(uow)
            return answer, uow.owes

        answer, owes = await self._books.write(work, self._clock.now(), once)
        if owes:
            self.owing()
        return answer

    async def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._books.read(lambda uow: query(uow, *args, **kwargs), self._clock.now())

    async def glance(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `ask`, for a few rows by their keys: it may hold up the event loop for as long as a file takes."""
        return await self._books.glance(lambda uow: query(uow, *args, **kwargs), self._clock.now())

    def _react(self, uow: UnitOfWork) -> None:
        for number, event in enumerate(uow.events):  # a reaction may record more, which join the end
            uow.return_to(number)
            for reaction in (*self._reactions.get(Event, ()), *self._reactions.get(type(event), ())):
                reaction(uow, event)
