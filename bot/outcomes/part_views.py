"""Sentences about an outcome that several screens have in common; plain words, each number with what it counts."""

from collections.abc import Iterator, Mapping

from bot.booth.part_views import side
from bot.kit.words import Words, later
from bot.outcomes.model.statement import Resolution, Stage, Statement
from bot.outcomes.model.tally import Counted
from bot.votes.model.count import Count, Outcome
from bot.votes.model.owners import OwnersCount, Stand
from bot.votes.model.rule import AGAINST_ALL, NO, YES, Base, Electorate

HEADLINES: Mapping[Outcome, str] = {
    Outcome.CARRIED: later("Carried"),
    Outcome.LOST: later("Not carried"),
    Outcome.TIE: later("A tie: not carried"),
    Outcome.NO_QUORUM: later("Too few took part: nothing is decided"),
}
ADVISORY: Mapping[Outcome, str] = {
    Outcome.CARRIED: later("Opinion asked: enough are for it"),
    Outcome.LOST: later("Opinion asked: not enough are for it"),
    Outcome.TIE: later("Opinion asked: as many for as against"),
    Outcome.NO_QUORUM: later("Opinion asked: too few took part"),
}
ENTITLED: Mapping[Electorate, str] = {
    Electorate.RESIDENTS: later("{count} residents"),
    Electorate.HOUSEHOLDS: later("{count} households"),
    Electorate.OWNERS: later("{count} owners"),
    Electorate.COUNCIL: later("{count} representatives"),
}
TOOK_PART = later("Of {entitled} {cast} took part, {percent}%.")
SIDE_COUNT = later("{side} {count}")


def headline(say: Words, statement: Statement) -> str:
    """What came of it, in few words."""
    found = statement.counted
    if statement.vote.advisory:
        return say.plain(ADVISORY[found.outcome])
    winner = winning_option(found)
    if winner is not None:
        return say.plain("Carried: {option}", option=side(say, winner))
    return say.plain(HEADLINES[found.outcome])


def winning_option(found: Counted) -> str | None:
    """Where options were to be chosen from."""
    return found.winner if isinstance(found, Count) and found.winner != YES else None


def figures(say: Words, statement: Statement) -> list[str]:
    """Who could vote, who did, what they said."""
    found = statement.counted
    if isinstance(found, OwnersCount):
        return list(_of_owners(say, found))
    bases = found.bases
    entitled = say.plain(ENTITLED[statement.vote.rule.electorate], count=bases[Base.ENTITLED])
    part = say.plain(TOOK_PART, entitled=entitled, cast=bases[Base.CAST],
                     percent=percent(bases[Base.CAST], bases[Base.ENTITLED]))  # fmt: skip
    return [part, sides(say, found)]


def sides(say: Words, found: Count) -> str:
    """Each side with its ballots; where options are ranked, those that put it first."""
    counted = [say.plain(SIDE_COUNT, side=named(say, one), count=number) for one, number in found.votes.items()]
    text = say.plain(", ").join([*counted, say.plain("abstained {count}", count=found.abstained)])
    return say.plain("Put first: {sides}.", sides=text) if found.duels else say.plain("{sides}.", sides=text)


def named(say: Words, one: str) -> str:
    """A side as a result has it."""
    return short(say, one) if one in (YES, NO, AGAINST_ALL) else say.plain("“{option}”", option=side(say, one))


def short(say: Words, one: str) -> str:
    """The same beside a bar."""
    return say.plain("none of them") if one == AGAINST_ALL else side(say, one)


def _of_owners(say: Words, found: OwnersCount) -> Iterator[str]:
    entitled, part = found.entitled, found.participating
    yield say.plain("Of {all} owners {part} took part, {percent}%.", all=entitled.persons, part=part.persons,
                    percent=percent(part.persons, entitled.persons))  # fmt: skip
    yield say.plain("Of {all} m² {part} m² took part, {percent}%.", all=f"{entitled.area:f}", part=f"{part.area:f}",
                    percent=int(part.area * 100 / entitled.area))  # fmt: skip
    for stand, message in (
        (Stand.YES, later("For: {persons} owners, {area} m².")),
        (Stand.NO, later("Against: {persons} owners, {area} m².")),
        (Stand.ABSTAIN, later("Abstained: {persons} owners, {area} m².")),
    ):
        weight = found.stands[stand]
        yield say.plain(message, persons=weight.persons, area=f"{weight.area:f}")


def percent(part: int, whole: int) -> int:
    """Rounded down: what is almost reached is not shown as reached."""
    return 100 * part // whole if whole else 0


def stage(say: Words, statement: Statement) -> str:
    """What becomes of it, and what can still be done."""
    if statement.stage is Stage.ANEW:
        return say.plain("An objection was upheld. This result does not stand; it is decided anew.")
    if statement.resolution is not None:
        return resolution(say, statement.resolution)
    if statement.until is None and statement.outcome is not Outcome.NO_QUORUM:
        return say.plain("The item had moved on before the vote ended; it says itself how it stands.")
    if statement.until is None:
        return say.plain("It can be put on another deliberation day, and voted on again.")
    if statement.stage is Stage.NOTICE:
        return say.plain(
            "Public notice: whoever objects, please say so before {until}.", until=say.time(statement.until)
        )
    return say.plain("It stands: nobody can object any more.")


def resolution(say: Words, made: Resolution) -> str:
    """Who was asked, and how many were for it."""
    asked = say.plain(ENTITLED[made.electorate], count=made.entitled)
    return say.plain("Resolution {number}: {asked} could vote, {ballots} did, {agreed} for it. It holds from {day}.",
                     number=made.number, asked=asked, ballots=made.ballots, agreed=made.agreed,
                     day=say.day(made.at))  # fmt: skip
