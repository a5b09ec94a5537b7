"""What may be voted at a sitting, and who counts: as the group was told, and as the books are at that moment."""

from datetime import timedelta

import pytest

from bot.agenda.model.item import Item
from bot.attendance.model.alternates import Ask
from bot.floor.model.desk import Desk
from bot.floor.model.refusals import NotBegun
from bot.floor.model.treated import NoVote
from bot.floor.service import chairing, coming_in, items, looking
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.previews.model.notice import WhyTalkOnly
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.previews.hall import DEADLINE, LIN, NEXT, SECOND, START, SUNSHINE, WANG, Hall

CHAIR = Reader(LIN, "林芳", community=SUNSHINE, known=True)
GRANDMA = Reader(WANG, "王秀英", community=SUNSHINE, known=True, elder=True)


async def published(hall: Hall) -> Item:
    """An item that the group had in time."""
    item = await hall.has("加装电梯")
    await hall.lived_until(DEADLINE - timedelta(minutes=59))
    return item


async def council(hall: Hall, *people: int) -> None:
    def appoint(uow: UnitOfWork) -> None:
        for person in people:
            uow.roles.appoint(Appointment(SUNSHINE, person, Role.REPRESENTATIVE, 1))

    await hall.town.do(appoint)


async def comes(hall: Hall, reader: Reader) -> None:
    await hall.town.do(coming_in.from_afar, None, reader, Place(reader.telegram_id, reader.telegram_id), NEXT)


async def opens(hall: Hall, item: Item) -> Desk:
    desk: Desk = await hall.town.do(items.open_item, None, CHAIR, NEXT, item.id)
    return desk


async def test_nothing_is_taken_up_before_the_hour_that_the_group_was_told(hall: Hall) -> None:
    """Who comes at seven votes with the others, and a week's notice is a week's notice of that hour."""
    item = await published(hall)
    await council(hall, LIN)
    await hall.at(START - timedelta(minutes=30))
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    await hall.at(START - SECOND)
    with pytest.raises(NotBegun) as refused:
        await opens(hall, item)
    assert refused.value.since == START
    assert hall.rows("SELECT step FROM agenda_items") == [("reviewing",)]
    await hall.at(START)
    desk = await opens(hall, item)
    assert desk.open is not None
    assert desk.open.treated.voted


async def test_words_that_are_not_those_that_were_frozen_are_not_voted(hall: Hall) -> None:
    item = await published(hall)
    await council(hall, LIN)
    hall.writes("UPDATE agenda_wordings SET words = '不同意。'")
    await hall.at(START)
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    desk = await opens(hall, item)
    assert desk.open is not None
    assert desk.open.treated.talk_only is WhyTalkOnly.NO_WORDING
    assert hall.rows("SELECT step FROM agenda_items") == [("reviewing",)]


async def test_an_alternate_whose_term_is_over_stands_in_for_nobody(hall: Hall) -> None:
    item = await published(hall)
    await council(hall, LIN, 5000003)

    def stand_in(uow: UnitOfWork) -> None:
        uow.roles.appoint(Appointment(SUNSHINE, WANG, Role.ALTERNATE, ends_at=START + timedelta(minutes=10)))
        uow.alternates.ask(Ask(NEXT, WANG, uow.now, START))

    await hall.town.do(stand_in)
    await hall.at(START)
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    await comes(hall, GRANDMA)
    await hall.at(START + timedelta(minutes=10) - SECOND)
    sitting = await hall.town.ask(lambda uow: uow.sittings.get(NEXT, SUNSHINE))
    assert (await hall.town.ask(looking.who_is_there, sitting)).counted == 2
    await hall.at(START + timedelta(minutes=10))
    assert (await hall.town.ask(looking.who_is_there, sitting)).counted == 1
    desk = await opens(hall, item)
    assert desk.open is not None
    assert desk.open.treated.talk_only is NoVote.QUORUM
