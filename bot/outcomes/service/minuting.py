"""What came of a vote stands in the minutes of the sitting at which it was opened."""

from bot.agenda.model.item import Outcome as Decided
from bot.minutes.model.events import BallotsCounted
from bot.minutes.model.record import Balloted
from bot.minutes.model.refusals import NoMinutes
from bot.outcomes.model.events import OutcomeSetAside, OutcomeStated
from bot.outcomes.model.statement import Stage, Statement
from bot.unit_of_work import UnitOfWork
from bot.votes.model.count import Outcome
from bot.votes.model.owners import OwnersCount, Stand
from bot.votes.model.rule import Base

DECIDED = {
    Outcome.CARRIED: Decided.ADOPTED,
    Outcome.LOST: Decided.REJECTED,
    Outcome.TIE: Decided.REJECTED,
    Outcome.NO_QUORUM: None,
}


def add_to_minutes(uow: UnitOfWork, event: OutcomeStated | OutcomeSetAside) -> None:
    """Figures only; the record of what happened at the sitting stays as it is."""
    vote = event.statement.vote
    try:
        minutes = uow.minutes.of(vote.sitting, vote.community)
    except NoMinutes:  # the sitting is not closed yet
        return
    counted = minutes.counted(_figures(event.statement))
    uow.minutes.save(counted)
    uow.record(BallotsCounted(counted))


def _figures(statement: Statement) -> Balloted:
    """Of an owners' vote the persons; the areas stand in its own result."""
    found, vote = statement.counted, statement.vote
    outcome, stands = DECIDED[found.outcome], statement.stage is not Stage.ANEW
    if isinstance(found, OwnersCount):
        sides = tuple((stand.value, found.stands[stand].persons) for stand in (Stand.YES, Stand.NO))
        abstained = found.stands[Stand.ABSTAIN].persons
        entitled, cast = found.entitled.persons, found.participating.persons
    else:
        sides, abstained = tuple(found.votes.items()), found.abstained
        entitled, cast = found.bases[Base.ENTITLED], found.bases[Base.CAST]
    return Balloted(vote.item, vote.number, outcome, entitled, cast, sides, abstained, stands)
