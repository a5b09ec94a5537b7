"""Rules and ballots as tests write them."""

from bot.votes.model.ballot import ABSTAINS, Choice
from bot.votes.model.count import Count, count
from bot.votes.model.rule import AGAINST_ALL, NO, YES, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import Share, at_least, more_than

HALF = more_than("1/2")
MAJORITY = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, HALF)
HOUSEHOLDS = Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, MAJORITY)
RESIDENTS = Rule(Electorate.RESIDENTS, Kind.YES_NO, MAJORITY)
COUNCIL = Rule(Electorate.COUNCIL, Kind.YES_NO, MAJORITY)
OPTIONS = ("路灯", "长椅", AGAINST_ALL)


def yes_no(threshold: Hurdle = MAJORITY, quorum: Hurdle | None = None) -> Rule:
    return Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, threshold, quorum)


def choosing(
    *options: str,
    kind: Kind = Kind.CHOOSE,
    threshold: Hurdle | None = None,
    quorum: Hurdle | None = None,
    most: int = 1,
) -> Rule:
    return Rule(Electorate.RESIDENTS, kind, threshold, quorum, options or OPTIONS, most)


def of(base: Base, fraction: str, *, strict: bool = False) -> Hurdle:
    share: Share = more_than(fraction) if strict else at_least(fraction)
    return Hurdle(base, share)


def ballots(yes: int = 0, no: int = 0, abstain: int = 0) -> list[Choice]:
    return [(YES,)] * yes + [(NO,)] * no + [ABSTAINS] * abstain


def counted(rule: Rule, cast: list[Choice], entitled: int = 100, present: int | None = None) -> Count:
    return count(rule, entitled, present, cast)


def parted(*piles: tuple[int, Choice]) -> list[Choice]:
    """So many ballots of each choice."""
    return [choice for number, choice in piles for _ in range(number)]
