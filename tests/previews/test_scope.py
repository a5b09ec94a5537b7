"""Whose matter an item is says who votes on it: the group is told beforehand, and nobody changes it afterwards."""

from datetime import timedelta

from bot.agenda.model.item import Scope
from bot.agenda.service import moving
from bot.kit.people import Reader
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import SittingId
from tests.previews.hall import LIN, LOCK, START, SUNSHINE, Hall

MODERATOR = Reader(LIN, "林芳", community=SUNSHINE, known=True)


async def test_changed_after_the_lock_it_is_only_talked_about_and_the_group_reads_so(hall: Hall) -> None:
    item = await hall.has("换路灯")
    await hall.lived_until(LOCK)
    assert await hall.votes() == [""]
    await hall.town.do(moving.set_scope, None, MODERATOR, item.id, Scope.RESIDENTS)
    assert await hall.votes() == [WhyTalkOnly.RESCOPED]
    assert "只讨论：预告后改了是谁的事" in hall.owed("preview-2")
    await hall.town.do(moving.set_scope, None, MODERATOR, item.id, Scope.COUNCIL)
    assert await hall.votes() == [""]


async def test_changed_between_two_notices_it_is_locked_with_the_one_that_it_needs_now(hall: Hall) -> None:
    fourth, later = SittingId(4), START + timedelta(weeks=2)
    item = await hall.has("换路灯", sitting=fourth, scope=Scope.OWNERS)
    await hall.lived_until(later - timedelta(days=15, hours=1))
    await hall.town.do(moving.set_scope, None, MODERATOR, item.id, Scope.COUNCIL)
    assert await hall.votes(fourth) == [WhyTalkOnly.RESCOPED]
    await hall.lived_until(later - timedelta(days=7, hours=1))
    assert await hall.votes(fourth) == [""]
    assert hall.rows("SELECT days, scope FROM preview_slots") == [(7, "council")]
