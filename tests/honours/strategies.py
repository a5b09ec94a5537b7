"""Made-up honours."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.honours.model.badge import Badge, Mine
from bot.honours.model.certificate import Certificate, Honour, Verified
from bot.honours.model.pioneer import Award, AwardId, Ballot, Nominee, NomineeId, Stage
from bot.honours.model.thanks import Doer, Goal, Thanks
from bot.kit.people import CommunityId
from bot.points.model.ledger import EARNED
from tests.strategies import ids, moments

buildings = st.integers(1, 40)
counts = st.integers(0, 999)
years = st.integers(2026, 2040)
months = moments.map(lambda moment: moment.date().replace(day=1))
deeds = st.dictionaries(st.sampled_from(EARNED), st.integers(1, 99), max_size=8)
goals = st.builds(Goal, buildings, counts, counts, st.integers(1, 999))
awards = st.builds(
    Award,
    id=ids.map(AwardId),
    community=st.just(CommunityId(1)),
    year=years,
    way=st.sampled_from(["vote", "rank"]),
    stage=st.sampled_from(Stage),
    ends_at=moments,
)


def values(names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type, or for a parameter's name."""
    name = names.map(lambda one: one[:64])
    nominee = _nominees(name)
    doer = st.builds(Doer, ids, buildings, name, deeds, counts, st.booleans())
    mine = st.builds(Mine, st.lists(_badges, max_size=5), st.lists(years, max_size=3), st.booleans())
    thanks = st.builds(Thanks, months, _by_building(name), counts, deeds)
    return {
        "month": months,
        "year": years,
        "home": buildings,
        Honour: st.sampled_from(Honour),
        Mine: mine,
        Doer: doer,
        Sequence[Doer]: st.lists(doer, min_size=1, max_size=30),
        Thanks: thanks,
        Sequence[Goal]: st.lists(goals, max_size=40),
        Award: awards,
        Nominee: nominee,
        Sequence[Nominee]: st.lists(nominee, max_size=30),
        Ballot | None: st.none() | st.builds(Ballot, awards, st.lists(nominee, max_size=30), st.none() | ids),
        Verified: st.builds(Verified, _certificates, names, st.none() | name),
    }


_badges = st.builds(Badge, st.sampled_from([one for one in Honour if one is not Honour.PIONEER]), counts, counts)
_certificates = st.builds(
    Certificate,
    community=st.just(CommunityId(1)),
    telegram_id=ids,
    honour=st.sampled_from(Honour),
    year=years,
    code=st.just("1234567897"),
    made_at=moments,
)


def _by_building(names: SearchStrategy[str]) -> SearchStrategy[dict[int, list[str]]]:
    return st.dictionaries(buildings, st.lists(names, min_size=1, max_size=20), max_size=40)


def _nominees(names: SearchStrategy[str]) -> SearchStrategy[Nominee]:
    return st.builds(
        Nominee,
        id=ids.map(NomineeId),
        award=ids.map(AwardId),
        telegram_id=ids,
        building=buildings,
        name=names,
        nominations=counts,
        points=counts,
        shortlisted=st.just(True),
        votes=counts,
        chosen=st.booleans(),
    )
