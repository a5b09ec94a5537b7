"""Why it came out so, sentence by sentence: who could vote, how many had to, how many did, what follows."""

from collections.abc import Iterator

from bot.booth.part_views import title
from bot.booth.rule_views import fraction, share, who
from bot.kit.screens import Screen, paged
from bot.kit.words import Words, later
from bot.outcomes import taps
from bot.outcomes.model.statement import Statement
from bot.outcomes.part_views import ENTITLED, headline, named, sides, stage
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.count import Count, Outcome
from bot.votes.model.owners import PARTICIPATION, OwnersCount, Stand, Weight
from bot.votes.model.rule import AGAINST_ALL, Base, Hurdle, Kind, Rule
from bot.votes.model.share import Reached, Share

DIGEST = 8
"""Hex digits of a hash that people compare."""


def why(say: Words, statement: Statement, page: int = 0) -> Screen:
    """In 长辈版 a sentence or two on each page."""
    vote = statement.vote.id

    def turn(to: int) -> taps.SeeWhy:
        return taps.SeeWhy(vote=vote, page=to)

    return paged(say, "\n".join(sentences(say, statement)), page, turn, back=taps.SeeOutcome(vote=vote))


def sentences(say: Words, statement: Statement) -> list[str]:
    """Plain; from the question to how anybody counts it once more."""
    found = statement.counted
    counted = _owners(say, found) if isinstance(found, OwnersCount) else _heads(say, statement, found)
    return [
        title(say, statement.vote),
        statement.vote.words,
        *counted,
        stage(say, statement),
        *_checked(say, statement),
    ]


def on_paper(say: Words, statement: Statement) -> list[str]:
    """The same for the notice board, with the whole check code."""
    return [*sentences(say, statement), say.plain("Check code: {digest}", digest=statement.digest)]


def _heads(say: Words, statement: Statement, found: Count) -> Iterator[str]:
    rule, bases = statement.vote.rule, found.bases
    if isinstance(rule, OwnersRule):
        return
    yield say.plain("There is {who}. When the vote began, {entitled} could vote.", who=who(say, rule),
                    entitled=say.plain(ENTITLED[rule.electorate], count=bases[Base.ENTITLED]))  # fmt: skip
    yield say.plain("{cast} ballots were cast, {abstained} of them abstain.", cast=bases[Base.CAST],
                    abstained=found.abstained)  # fmt: skip
    yield from _quorum(say, rule, found)
    yield sides(say, found)
    if found.outcome is not Outcome.NO_QUORUM:
        yield from _duels(say, found)
        yield from _threshold(say, rule, found)
    yield _outcome(say, statement, found)


def _quorum(say: Words, rule: Rule, found: Count) -> Iterator[str]:
    if rule.quorum is None or found.quorum is None:
        yield say.plain("The rule does not say how many have to take part.")
    else:
        message = later("For the vote to count, {share} have to take part: at least {needed} of {whole}.")
        yield _asked(say, message, rule.quorum, found.quorum)
        yield _met(say, found.quorum)


def _threshold(say: Words, rule: Rule, found: Count) -> Iterator[str]:
    if rule.threshold is None or found.threshold is None:
        return
    message = later("To pass, {share} have to be for it: at least {needed} of {whole}.")
    if rule.kind is Kind.RANKED:
        message = later("To pass, {share} have to put it before “none of them”: at least {needed} of {whole}.")
    yield _asked(say, message, rule.threshold, found.threshold)
    yield _met(say, found.threshold)


def _asked(say: Words, message: str, hurdle: Hurdle, reached: Reached) -> str:
    return say.plain(message, share=share(say, hurdle), needed=hurdle.share.needed(reached.whole),
                     whole=reached.whole)  # fmt: skip


def _met(say: Words, reached: Reached) -> str:
    if reached.met:
        return say.plain("It was {part}: enough.", part=reached.part)
    return say.plain("It was {part}: {missing} too few.", part=reached.part, missing=reached.missing)


def _duels(say: Words, found: Count) -> Iterator[str]:
    """Of each two options, which is before the other on more ballots."""
    for (one, other), ballots in found.duels.items():
        if ballots > found.duels[other, one]:
            yield say.plain("{one} is before {other} on {more} ballots, behind on {fewer}.", one=named(say, one),
                            other=named(say, other), more=ballots, fewer=found.duels[other, one])  # fmt: skip


def _outcome(say: Words, statement: Statement, found: Count) -> str:
    if found.outcome is Outcome.TIE and len(found.leaders) > 1:
        leading = say.plain(", ").join(named(say, one) for one in found.leaders)
        return say.plain("{sides} have the same number. By the rule a tie does not pass.", sides=leading)
    if found.outcome is Outcome.LOST and found.leaders == (AGAINST_ALL,):
        return say.plain("“None of them” is in front: so nothing is carried.")
    return say.plain("So: {outcome}.", outcome=headline(say, statement))


def _owners(say: Words, found: OwnersCount) -> Iterator[str]:
    entitled, part, yes = found.entitled, found.participating, found.stands[Stand.YES]
    yield say.plain("The law counts owners and their area; both have to be enough.")
    yield say.plain("{persons} owners with {area} m² could vote.", persons=entitled.persons, area=f"{entitled.area:f}")
    yield say.plain("For the vote to count, at least {fraction} of the owners and of the area have to take part.",
                    fraction=fraction(say, PARTICIPATION.fraction))  # fmt: skip
    yield from _compared(say, part, entitled, PARTICIPATION)
    if found.outcome is not Outcome.NO_QUORUM:
        asked = found.majority.share
        message = later("To pass, at least {fraction} of the owners and of the area that take part have to be for it.")
        if asked.strict:
            message = later("To pass, more than {fraction} of the owners and area that take part have to be for it.")
        yield say.plain(message, fraction=fraction(say, asked.fraction))
        yield from _compared(say, yes, part, found.majority.share)
    no, abstained = found.stands[Stand.NO], found.stands[Stand.ABSTAIN]
    yield say.plain("Against: {persons} owners, {area} m².", persons=no.persons, area=f"{no.area:f}")
    yield say.plain("Abstained: {persons} owners, {area} m². They count as taking part.", persons=abstained.persons,
                    area=f"{abstained.area:f}")  # fmt: skip


def _compared(say: Words, part: Weight, whole: Weight, asked: Share) -> Iterator[str]:
    persons, area = asked.is_met(part.persons, whole.persons), asked.is_met(part.area, whole.area)
    enough, few = later("It was {part} of {whole} owners: enough."), later("It was {part} of {whole} owners: too few.")
    yield say.plain(enough if persons else few, part=part.persons, whole=whole.persons)
    enough, few = later("It was {part} of {whole} m²: enough."), later("It was {part} of {whole} m²: too few.")
    yield say.plain(enough if area else few, part=f"{part.area:f}", whole=f"{whole.area:f}")


def _checked(say: Words, statement: Statement) -> list[str]:
    """How anybody counts it once more; in 长辈版 there is a person for that."""
    if say.elder:
        return []
    return [say.plain("Anybody can count it once more from the record; its check code is {digest}.",
                      digest=statement.digest[:DIGEST])]  # fmt: skip
