"""Made-up rolls: what a file may say, and what it must not."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.residents.model import AgeBand, NewMember, ResidentId, Tenure
from bot.roll.faults import Fault, Why
from bot.roll.model import Counts, Door, Owner, OwnerKind, Ownership, Roll, Unit
from bot.roll.plan import Absent, Offer

NAMES = ("王秀英", "李明", "赵敏", "=1+1", "-2", "@all", "Anna Li", "陈 James", "王伟#2", "阳光物业公司")
doors = st.builds(Door, st.integers(1, 3), st.integers(1, 2), st.sampled_from(["101", "102", "12A", "-101"]))
areas = st.decimals(Decimal("0.01"), Decimal(300), places=2)
members = st.builds(NewMember, st.sampled_from(NAMES), st.sampled_from(AgeBand))
owners = st.builds(Owner, st.sampled_from(NAMES), st.sampled_from(OwnerKind))


def ownerships() -> SearchStrategy[Ownership]:
    """One to three owners, one of whom votes: a developer, where one is among them."""

    def vote(those: list[Owner]) -> SearchStrategy[Ownership]:
        developers = [one for one in those if one.kind is OwnerKind.DEVELOPER]
        return st.builds(Ownership, st.just(tuple(those)), st.sampled_from(developers or those))

    several = st.lists(owners, min_size=1, max_size=3, unique_by=lambda owner: owner.name)
    return several.flatmap(vote)


def units() -> SearchStrategy[Unit]:
    people = st.lists(members, max_size=4, unique_by=lambda member: member.name).map(tuple)
    return st.builds(Unit, doors, areas, st.sampled_from(Tenure), people, st.none() | ownerships())


def rolls() -> SearchStrategy[Roll]:
    """Of at least one unit; each door once."""
    several = st.lists(units(), min_size=1, max_size=8, unique_by=lambda unit: unit.door)
    return st.builds(Roll, several.map(tuple))


def offers(names: SearchStrategy[str]) -> SearchStrategy[Offer]:
    """With at least one person to ask about."""
    absent = st.lists(st.builds(Absent, st.integers(1, 10**9).map(ResidentId), names, doors), min_size=1, max_size=9)
    figures = st.integers(0, 99_999)
    counts = st.builds(Counts, figures, figures, figures, figures, figures, figures)
    namesakes: SearchStrategy[Mapping[str, int]] = st.dictionaries(names, st.integers(2, 99), max_size=9)
    return absent.flatmap(
        lambda those: st.builds(
            Offer,
            st.integers(1, 99_999),
            counts,
            st.just(those),
            st.just(those),
            namesakes,
            changed_meanwhile=st.booleans(),
        )
    )


def faults(texts: SearchStrategy[str]) -> SearchStrategy[tuple[Fault, ...]]:
    one = st.builds(Fault, st.sampled_from(Why), st.integers(1, 99_999), st.just("D5"), texts, st.integers(1, 99_999))
    return st.lists(one, min_size=1, max_size=9).map(tuple)
