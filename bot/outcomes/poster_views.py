"""Turnout and outcome as one picture: each bar has its number beside it, and a line where enough begins."""

from collections.abc import Sequence
from fractions import Fraction

from bot.booth.part_views import title
from bot.booth.rule_views import fraction
from bot.kit.poster import Bar, Poster, Section
from bot.kit.words import Words, later
from bot.outcomes.model.statement import Statement
from bot.outcomes.part_views import headline, percent, short
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.count import Count
from bot.votes.model.owners import PARTICIPATION, OwnersCount, Stand, Weight
from bot.votes.model.rule import Base, Hurdle
from bot.votes.model.share import Share

LINE_FOOTNOTE = later("The line in a bar parts enough from too few.")
TOOK_PART, SAID = later("Who took part, of {count} possible ballots"), later("What they say, of {count} ballots")
RANKED = later("Whom they put first, of {count} ballots")


def poster(say: Words, statement: Statement) -> Poster:
    found = statement.counted
    sections = _of_owners(say, found) if isinstance(found, OwnersCount) else _of_heads(say, statement, found)
    lines = any(bar.mark is not None for section in sections for bar in section.bars)
    return Poster(
        headline(say, statement), title(say, statement.vote), sections, say.plain(LINE_FOOTNOTE) if lines else ""
    )


def _of_heads(say: Words, statement: Statement, found: Count) -> Sequence[Section]:
    rule = statement.vote.rule
    if isinstance(rule, OwnersRule):
        return []
    entitled, cast = found.bases[Base.ENTITLED], found.bases[Base.CAST]
    said = found.bases[Base.CAST_WITHOUT_ABSTENTIONS]
    turnout = _bar(say, say.plain("took part"), cast, entitled, _line(rule.quorum, Base.ENTITLED))
    mark = _line(rule.threshold, Base.CAST_WITHOUT_ABSTENTIONS)
    first, *others = found.votes
    bars = [_bar(say, short(say, one), found.votes[one], said, mark if one == first and not rule.options else None)
            for one in (first, *others)]  # fmt: skip
    heading = say.plain(RANKED if found.duels else SAID, count=said)
    if found.abstained:
        heading = say.plain("{heading}; {count} more abstain", heading=heading, count=found.abstained)
    return [Section(say.plain(TOOK_PART, count=entitled), [turnout]), Section(heading, bars)]


def _line(hurdle: Hurdle | None, base: Base) -> float | None:
    """Where a bar of this whole has to reach; None where the rule asks for a share of something else."""
    return None if hurdle is None or hurdle.of is not base else float(hurdle.share.fraction)


def _bar(say: Words, name: str, part: int, whole: int, mark: float | None) -> Bar:
    value = say.plain("{part}, {percent}", part=part, percent=_percent(say, part, whole))
    return Bar(name, value, part / whole if whole else 0.0, mark)


def _percent(say: Words, part: int, whole: int) -> str:
    shown = percent(part, whole)
    return say.plain("under 1%") if part and not shown else f"{shown}%"


def _of_owners(say: Words, found: OwnersCount) -> Sequence[Section]:
    needed, agree = PARTICIPATION, found.majority.share
    took_part = say.plain("Who took part: at least {fraction} of both", fraction=fraction(say, needed.fraction))
    message = (
        later("Who is for it: more than {fraction} of both")
        if agree.strict
        else later("Who is for it: at least {fraction} of both")
    )
    return [
        Section(took_part, _both(say, found.participating, found.entitled, needed)),
        Section(say.plain(message, fraction=fraction(say, agree.fraction)),
                _both(say, found.stands[Stand.YES], found.participating, agree)),
    ]  # fmt: skip


def _both(say: Words, part: Weight, whole: Weight, share: Share) -> Sequence[Bar]:
    mark = float(share.fraction)
    area = float(Fraction(part.area) / Fraction(whole.area)) if whole.area else 0.0
    of_persons = say.plain("{part} owners, {percent}%", part=part.persons, percent=percent(part.persons, whole.persons))
    hundredths = int(part.area * 100 / whole.area) if whole.area else 0  # as the words have it, by no float
    of_area = say.plain("{part} m², {percent}%", part=f"{part.area:f}", percent=hundredths)
    return [
        Bar(say.plain("owners"), of_persons, part.persons / whole.persons if whole.persons else 0.0, mark),
        Bar(say.plain("area"), of_area, area, mark),
    ]
