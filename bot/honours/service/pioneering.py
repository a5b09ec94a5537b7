"""The year's pioneers: what neighbours do, and what time does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.honours.model.pioneer import (
    Award,
    Ballot,
    EnoughNominations,
    NoAward,
    Nominated,
    NominationsOpened,
    Nominee,
    NomineeId,
    NotShortlisted,
    NotToBeNominated,
    OwnNomination,
    PioneersPublished,
    Shortlisted,
    Stage,
    choose,
    pioneers,
    shortlist,
    year_now,
)
from bot.honours.model.thanks import Doer
from bot.kit.people import CommunityId, Reader
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork

AT_ONCE = 5
"""So many communities' awards are opened in one transaction."""


def see_to_dates(uow: UnitOfWork) -> bool:
    """Open the year's award where there is none, move on what has ended; whether there may be more."""
    rules, zone = uow.settings.honours, uow.settings.zone
    year = year_now(uow.now, rules, zone)
    without = uow.awards.without(year)[:AT_ONCE] if year is not None else []
    for community in without:
        uow.enter(community)
        ends_at = uow.now + timedelta(days=rules.nominate_days)
        uow.record(NominationsOpened(uow.awards.open(community, year or 0, rules.way, ends_at)))
    for award in uow.awards.due(uow.now):
        uow.enter(award.community)
        if award.stage is Stage.NOMINATING:
            _shortlist(uow, award)
        else:
            _publish(uow, award, uow.awards.nominees(award.id, shortlisted=True))
    return len(without) == AT_ONCE


def look(uow: UnitOfWork, reader: Reader) -> Ballot | None:
    """Where the latest award stands; None where there never was one. Raises `NotOnRoll`."""
    community = uow.residents.on_roll(reader).household.community
    award = uow.awards.latest(community)
    if award is None:
        return None
    listed = [one for one in uow.awards.nominees(award.id, shortlisted=True) if one.named]
    shown = pioneers(listed) if award.stage is Stage.PUBLISHED else listed
    return Ballot(award, shown, uow.awards.vote_of(award.id, reader.telegram_id))


def buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """Where somebody could be nominated. Raises `NotOnRoll`, `NoAward`."""
    return sorted({doer.building for doer in _candidates(uow, reader)})


def candidates(uow: UnitOfWork, reader: Reader, building: int) -> Sequence[Doer]:
    """Who of a building did something this year and may be named, but for the reader. Raises `NotOnRoll`, `NoAward`."""
    return _candidates(uow, reader, building)


def weigh(uow: UnitOfWork, reader: Reader, whom: int) -> Resident:
    """Whom the reader would nominate.

    Raises `NotOnRoll`, `NoAward`, `OwnNomination`, `NotToBeNominated`, `EnoughNominations`.
    """
    me = uow.residents.speaking(reader)
    award = _open(uow, me.household.community, Stage.NOMINATING)
    if whom == reader.telegram_id:
        raise OwnNomination
    if not any(doer.telegram_id == whom for doer in _candidates(uow, reader)):
        raise NotToBeNominated
    most = uow.settings.honours.nominations_each
    if uow.awards.count_by(award.id, me.household.id) >= most:
        raise EnoughNominations(most)
    return uow.residents.on_roll(Reader(whom, "", community=award.community))


def nominate(uow: UnitOfWork, reader: Reader, whom: int) -> Resident:
    """For the reader's household; twice is once. Raises what `weigh` raises."""
    me = uow.residents.speaking(reader)
    award = _open(uow, me.household.community, Stage.NOMINATING)
    if uow.awards.nominated(award.id, whom, me.household.id):
        return uow.residents.on_roll(Reader(whom, "", community=award.community))
    person = weigh(uow, reader, whom)
    first = uow.awards.nominate(award.id, whom, person.household.building, reader.telegram_id, me.household.id)
    nominee = uow.awards.nominee(award.id, whom)
    if first and nominee is not None:
        uow.record(Nominated(award, nominee))
    return person


def to_choose(uow: UnitOfWork, reader: Reader, nominee: NomineeId) -> Nominee:
    """One of the list. Raises `NotOnRoll`, `NoAward`, `NotShortlisted`."""
    me = uow.residents.speaking(reader)
    award = _open(uow, me.household.community, Stage.CHOOSING)
    found = next((one for one in uow.awards.nominees(award.id, shortlisted=True) if one.id == nominee), None)
    if found is None or not found.named:
        raise NotShortlisted
    return found


def vote(uow: UnitOfWork, reader: Reader, nominee: NomineeId) -> None:
    """For one of the list, in place of an earlier vote. Raises what `to_choose` raises."""
    uow.awards.vote(to_choose(uow, reader, nominee).award, reader.telegram_id, nominee)


def _shortlist(uow: UnitOfWork, award: Award) -> None:
    rules = uow.settings.honours
    points = {doer.telegram_id: doer.points for doer in _doers(uow, award)}
    counted = [replace(one, points=points.get(one.telegram_id, 0)) for one in uow.awards.nominees(award.id)]
    fit = {one.id for one in shortlist(counted, rules)}
    listed = [replace(one, shortlisted=True) for one in counted if one.id in fit]  # by building: no order of merit
    for one in listed:
        uow.awards.save(one)
    if award.way == "rank" or not listed:
        _publish(uow, award, listed)
        return
    moved = uow.awards.move(award.id, Stage.CHOOSING, uow.now + timedelta(days=rules.vote_days))
    uow.record(Shortlisted(moved, listed))


def _publish(uow: UnitOfWork, award: Award, listed: Sequence[Nominee]) -> None:
    votes = uow.awards.count_and_forget_votes(award.id)
    counted = [replace(one, votes=votes.get(one.id, 0)) for one in listed]
    chosen = {one.id: one for one in choose(counted, award.way, uow.settings.honours)}
    for one in counted:
        uow.awards.save(chosen.get(one.id, one))
    moved = uow.awards.move(award.id, Stage.PUBLISHED, uow.now)
    uow.record(PioneersPublished(moved, list(chosen.values()), first=True))


def _candidates(uow: UnitOfWork, reader: Reader, building: int | None = None) -> Sequence[Doer]:
    community = uow.residents.on_roll(reader).household.community
    award = _open(uow, community, Stage.NOMINATING)
    them = _doers(uow, award, building)
    return [doer for doer in them if doer.named and doer.telegram_id != reader.telegram_id]


def _doers(uow: UnitOfWork, award: Award, building: int | None = None) -> Sequence[Doer]:
    year = date(award.year, 1, 1), date(award.year + 1, 1, 1)
    return uow.deeds.doers(award.community, *year, building)


def _open(uow: UnitOfWork, community: CommunityId, stage: Stage) -> Award:
    award = uow.awards.latest(community)
    if award is None or award.stage is not stage or uow.now >= award.ends_at:
        raise NoAward
    return award
