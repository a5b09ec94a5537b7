"""Samples of sorted waste: whoever answers for a building looks, the household earns (row R081)."""

from dataclasses import replace

from bot.kit.people import CommunityId, Reader
from bot.points.model.deed import Looking, OwnSample, Sample, SampledAlready
from bot.points.model.ledger import Kind, Owner, Reward, Rule
from bot.residents.model import Household, HouseholdId, NoCommunity, NotOnRoll
from bot.roles.model import Act, allowing, permit, permit_somewhere
from bot.unit_of_work import UnitOfWork


def seek(uow: UnitOfWork, reader: Reader, building: int, unit: int, door: int) -> Looking:
    """What there is to choose from next. Raises `NotAllowed`, `NoCommunity`."""
    community = _community(reader)
    held = uow.roles.of(reader)
    permit_somewhere(held, Act.SAMPLE_WASTE)
    if not building:
        mine = [one.building for one in allowing(held, Act.SAMPLE_WASTE)]
        named = sorted(one for one in mine if one is not None)
        return Looking(buildings=uow.residents.buildings(community) if None in mine else named)
    permit(held, Act.SAMPLE_WASTE, building)
    if door:
        return Looking(household=_household(uow, reader, door))
    if unit:
        return Looking(doors=uow.residents.doors(community, building, unit))
    return Looking(units=uow.residents.units(community, building))


def note(uow: UnitOfWork, reader: Reader, door: int, good: bool) -> int:
    """Keep what was seen, once a day for each household; what it earned. The same once more is once.

    Raises `NotAllowed`, `OwnSample`, `SampledAlready`.
    """
    home = _household(uow, reader, door)
    today = uow.now.astimezone(uow.settings.zone).date()
    found = uow.good_deeds.sample(home.id, today)
    if found is not None and (found.good, found.by) != (good, reader.telegram_id):
        raise SampledAlready(found.good)
    if found is None:
        found = uow.good_deeds.keep_sample(Sample(0, home.community, home.id, today, good, reader.telegram_id))
    if not good:
        return 0
    owner = Owner(home.community, Kind.HOUSEHOLD, home.id)
    entry = uow.ledger.reward(Reward(owner, Rule.SORTING, f"sample-{found.id}", giver=reader.telegram_id))
    return entry.amount if entry else 0


def _household(uow: UnitOfWork, reader: Reader, door: int) -> Household:
    home = uow.residents.household(HouseholdId(door))
    at_home = replace(reader, community=home.community)
    permit(uow.roles.of(at_home), Act.SAMPLE_WASTE, home.building)
    try:
        mine = uow.residents.on_roll(at_home).household
    except NotOnRoll:
        return home
    if mine.id == home.id:
        raise OwnSample
    return home


def _community(reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    return reader.community
