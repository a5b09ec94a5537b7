"""What happens to outcomes."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.outcomes.model.statement import Statement


@dataclass(frozen=True)
class StatementChanged(Event):
    """Base: `statement` as it is from now on."""

    statement: Statement


@dataclass(frozen=True)
class OutcomeStated(StatementChanged):
    """A vote is closed and counted: everybody reads what came of it."""


@dataclass(frozen=True)
class OutcomeFinal(StatementChanged):
    """Nobody can object any more; what was carried is a resolution from now on."""


@dataclass(frozen=True)
class OutcomeSetAside(StatementChanged):
    """An objection was upheld: it is decided anew."""


@dataclass(frozen=True)
class VerdictWanted(StatementChanged):
    """The days are over, and an objection waits for a moderator."""
