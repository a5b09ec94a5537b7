"""Asking who was there, taking their marks, and publishing the mean."""

from dataclasses import replace

from bot.assessments.model import (
    TIME_TO_RATE,
    Assessed,
    Assessment,
    NoAssessment,
    NoRater,
    RatersWanted,
    Rating,
    RatingOver,
    ScorePublished,
    State,
    signals,
)
from bot.floor.model.events import SittingClosed
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import MAY, Act, Role, may
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork

AT_ONCE, BATCH = 20, 50


def begin(uow: UnitOfWork, event: SittingClosed) -> None:
    """Of what was held; guides are asked at once, those who were there by and by."""
    session = event.session
    if session.adjourned:
        return
    new = Assessment(session.sitting, session.community, session.chair, uow.now + TIME_TO_RATE, due_at=uow.now)
    if uow.assessments.begin(new):
        _ask(uow, new, _guides(uow, session.community))


def see_to_dates(uow: UnitOfWork) -> bool:
    """Ask the next batches, and publish what is due; whether there may be more."""
    due = uow.assessments.due(uow.now, AT_ONCE)
    for one in due:
        uow.enter(one.community)
        _ask_more(uow, one) if one.state is State.ASKING else _publish(uow, one)
    return bool(due)


def look(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Assessed:
    """For who lives here, has a role or was there. Raises `NoCommunity`, `NotOnRoll`, `NoAssessment`."""
    found = _here(uow, reader, sitting)
    there = replace(reader, community=found.community)
    rates = _rates(uow, there, found)
    if not rates and not uow.roles.of(there):
        uow.residents.on_roll(there)
    return _assessed(uow, found, rates=rates and found.takes_ratings(uow.now))


def check(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Assessment:
    """For who rates it now. Raises `NoCommunity`, `NoAssessment`, `NoRater`, `RatingOver`."""
    found = _here(uow, reader, sitting)
    if not _rates(uow, replace(reader, community=found.community), found):
        raise NoRater
    if not found.takes_ratings(uow.now):
        raise RatingOver(found.until)
    return found


def rate(uow: UnitOfWork, reader: Reader, sitting: SittingId, marks: tuple[int, ...]) -> Assessment:
    """Once for each person; whoever rates again changes it. Raises what `check` does."""
    found = check(uow, reader, sitting)
    uow.assessments.rate(Rating(sitting, reader.telegram_id, marks, uow.now))
    return found


def _ask_more(uow: UnitOfWork, one: Assessment) -> None:
    there, guides = uow.assessments.present(one.sitting, one.asked, BATCH), _guides(uow, one.community)
    _ask(uow, one, [person for person in there if person not in guides])
    if len(there) < BATCH:
        uow.assessments.save(replace(one, state=State.OPEN, due_at=one.until))
    else:
        uow.assessments.save(replace(one, asked=there[-1]))


def _ask(uow: UnitOfWork, one: Assessment, people: list[int]) -> None:
    asked = tuple(person for person in people if person != one.chair)
    if asked:
        uow.record(RatersWanted(one, uow.sittings.with_id(one.sitting).starts_at, asked))


def _guides(uow: UnitOfWork, community: CommunityId) -> list[int]:
    roles = [role for role in Role if Act.RATE_SITTING in MAY[role]]
    return [one.telegram_id for role in roles for one in uow.roles.holders(community, role)]


def _publish(uow: UnitOfWork, one: Assessment) -> None:
    after = one.published(uow.assessments.totals(one.sitting))
    uow.assessments.save(after)
    uow.assessments.erase_ratings(one.sitting)
    if after.score is not None:
        uow.record(ScorePublished(_assessed(uow, after)))


def _assessed(uow: UnitOfWork, one: Assessment, *, rates: bool = False) -> Assessed:
    starts_at = uow.sittings.with_id(one.sitting).starts_at
    counted = signals(uow.previews.slots(one.sitting), uow.floor.treated(one.sitting))
    return Assessed(one, starts_at, counted, rates)


def _rates(uow: UnitOfWork, reader: Reader, one: Assessment) -> bool:
    if reader.telegram_id == one.chair:
        return False
    if uow.floor.checked_in(one.sitting, reader.telegram_id) is not None:
        return True
    return may(uow.roles.of(reader), Act.RATE_SITTING)


def _here(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> Assessment:
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    found = uow.assessments.of(sitting)
    if found is None or found.community != community:
        raise NoAssessment
    return found
