"""What time alone brings about, over all features. Whoever knocks (a tick, a moved clock), each thing is done once:
what is due are rows, and a use case claims and does them in one transaction. One that fails stops nothing else."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from bot.announcements.service import sending as announcements
from bot.assessments import service as assessments
from bot.attendance.service import reminding, seats, standing_in
from bot.booth.service import following as booth
from bot.concerns.service import clocks
from bot.delivery import service as delivery
from bot.floor.service import due as floor
from bot.health import service as health
from bot.honours.service import pioneering, thanking
from bot.inquiries.service import asking as inquiries
from bot.kit.town import BooksAway, Town
from bot.menu import service as menu
from bot.minutes.service import approving as minutes
from bot.moderation import service as moderation
from bot.outcomes.service import settling as outcomes
from bot.oversight import service as oversight
from bot.previews.service import publishing as previews
from bot.redeeming.service import handing
from bot.reports.service import publishing
from bot.review.service import keeping
from bot.rights import service as rights
from bot.roll import service as roll
from bot.sittings import service as sittings
from bot.votes.service import closing as votes
from bot.votes.service import reminding as vote_reminding
from bot.wishes.service import helping as wishes

log = logging.getLogger(__name__)

NEAR: Sequence[Callable[[Any], bool]] = (booth.follow_ballots, announcements.go_on)
"""What people watch as it changes: looked at each second."""
DUE: Sequence[Callable[[Any], bool]] = (
    sittings.convene,
    previews.plan_missing,
    previews.see_to,
    reminding.plan_missing,
    reminding.see_to_reminders,
    standing_in.see_to_silence,
    floor.see_to_sittings,
    vote_reminding.see_to_reminders,
    votes.close_due,
    outcomes.see_to_dates,
    clocks.look_at_clocks,
    minutes.see_to_dates,
    assessments.see_to_dates,
    publishing.publish,
    keeping.keep_months,
    inquiries.see_to_dates,
    oversight.see_to_dates,
    rights.remind_of_deletions,
    rights.forget_whom_it_is_time_to_forget,
    seats.see_to_line,
    wishes.see_to_dates,
    handing.see_to_dates,
    thanking.see_to_dates,
    pioneering.see_to_dates,
    roll.drop_unanswered,
    menu.keep_menus,
    moderation.see_to_ends,
    *NEAR,
    delivery.tidy,
    health.note_sweep,
)
"""Each does so much at a time, and says whether there may be more."""


async def do_what_is_due(town: Town) -> None:
    """All of it, in this order."""
    await _do(town, DUE)
    if over := await town.ask(votes.keys_left):
        await _once(town, partial(votes.lose_keys, over=over))


async def do_what_is_near(town: Town) -> None:
    """What of it cannot wait for the next knock."""
    await _do(town, NEAR)


async def _do(town: Town, what: Sequence[Callable[[Any], bool]]) -> None:
    for use_case in what:
        while await _once(town, use_case):
            pass


async def _once(town: Town, use_case: Callable[[Any], bool]) -> bool:
    """What fails is set aside and tried again later; the rest of it, and all that comes after it, goes on."""
    claimed: list[Any] = []

    def watched(uow: Any) -> bool:
        try:
            more = use_case(uow)
        finally:
            claimed[:] = uow.claims.taken
        uow.claims.done()
        return more or bool(uow.claims.left)

    try:
        return await town.do(watched)
    except BooksAway:
        raise
    except Exception:
        log.exception("what is due has failed and is set aside: %s", claimed)
    if claimed:
        await town.do(lambda uow: uow.claims.set_aside(claimed))
    return bool(claimed)
