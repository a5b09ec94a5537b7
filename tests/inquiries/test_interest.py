"""Nobody supervises what is theirs (row R056): they neither ask about it nor say that an answer will do."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.agenda.model.item import Item, ItemId
from bot.agenda.model.steps import Step
from bot.concerns.forms import Draft
from bot.concerns.model.told import Told
from bot.concerns.service import staff, telling
from bot.inquiries.forms import Deed, Writing
from bot.inquiries.model import About, Inquiry, NoMatter, OwnMatter, State
from bot.inquiries.service import asking, looking
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.points.model.ledger import Kind, Owner, Reward, Rule
from bot.roles.model import NotAllowed
from bot.unit_of_work import UnitOfWork
from tests.inquiries.conftest import SUNSHINE

WANG, CHEN, LIN, SUN = (
    Reader(5000000 + number, name, community=SUNSHINE, known=True)
    for number, name in ((1, "王秀英"), (2, "陈建国"), (5, "林芳"), (7, "孙国强"))
)
Make = Callable[[UnitOfWork], int]
"""Something happens; its number."""


def concern_of(author: Reader) -> Make:
    def make(uow: UnitOfWork) -> int:
        return telling.raise_in_group(uow, author, Draft("1-1").tells(Told("路灯不亮"))).number

    return make


def concern_claimed_by(somebody: Reader) -> Make:
    def make(uow: UnitOfWork) -> int:
        concern = telling.raise_in_group(uow, WANG, Draft("1-1").tells(Told("路灯不亮")))
        return staff.claim(uow, somebody, concern.id).number

    return make


def item_of(proposer: Reader) -> Make:
    def make(uow: UnitOfWork) -> int:
        told = ("换路灯", "3号楼", "太暗", "换上")
        draft = Item(ItemId(0), SUNSHINE, 0, "1-1", proposer.telegram_id, *told, uow.now, Step.PROPOSED, uow.now)
        return uow.agenda.add(draft).number

    return make


def award(taker: Reader, giver: Reader) -> Make:
    def make(uow: UnitOfWork) -> int:
        owner = Owner(SUNSHINE, Kind.PERSON, taker.telegram_id)
        entry = uow.ledger.reward(Reward(owner, Rule.AWARD, "award-1", giver=giver.telegram_id))
        assert entry is not None
        return entry.id

    return make


THEIRS: dict[str, tuple[About, Callable[[Reader], Make]]] = {
    "raised the concern": (About.CONCERN, concern_of),
    "took the concern on": (About.CONCERN, concern_claimed_by),
    "proposed the item": (About.ITEM, item_of),
    "was given the points": (About.ENTRY, lambda one: award(one, LIN)),
    "gave the points": (About.ENTRY, lambda one: award(WANG, one)),
}


def opens(uow: UnitOfWork, who: Reader, about: About, of: int, key: str = "9-9") -> Inquiry:
    place = Place(who.telegram_id, who.telegram_id)
    asking.write(uow, who, place, Writing(key, Deed.OPEN, about, of, words="为什么"))
    return asking.send(uow, who, place, key)


def answers(uow: UnitOfWork, who: Reader, inquiry: Inquiry, key: str = "9-10") -> Inquiry:
    place = Place(who.telegram_id, who.telegram_id)
    asking.write(uow, who, place, Writing(key, Deed.ANSWER, inquiry=inquiry.id, words="因为"))
    return asking.send(uow, who, place, key)


@pytest.mark.parametrize("how", THEIRS)
def test_whose_matter_it_is_cannot_open_an_inquiry_about_it(uow: UnitOfWork, how: str) -> None:
    about, make = THEIRS[how]
    of = make(CHEN)(uow)
    with pytest.raises(OwnMatter):
        opens(uow, CHEN, about, of)
    assert opens(uow, SUN, about, of).state is State.WAITING  # another supervisor can


@pytest.mark.parametrize("how", THEIRS)
def test_nor_close_the_inquiry_of_another_nor_ask_again(uow: UnitOfWork, how: str) -> None:
    about, make = THEIRS[how]
    inquiry = answers(uow, LIN, opens(uow, SUN, about, make(CHEN)(uow)))
    with pytest.raises(OwnMatter):
        asking.settle(uow, CHEN, inquiry.id)
    with pytest.raises(OwnMatter):
        asking.write(uow, CHEN, Place(1, 1), Writing("9-11", Deed.AGAIN, inquiry=inquiry.id))
    assert not looking.see(uow, CHEN, inquiry.id).decides
    assert looking.see(uow, SUN, inquiry.id).decides
    assert asking.settle(uow, SUN, inquiry.id).state is State.CLOSED


def test_who_became_part_of_it_since_cannot_close_it_any_more(uow: UnitOfWork) -> None:
    number = concern_of(WANG)(uow)
    inquiry = answers(uow, LIN, opens(uow, CHEN, About.CONCERN, number))
    staff.claim(uow, CHEN, uow.concerns.numbered(SUNSHINE, number).id)
    with pytest.raises(OwnMatter):
        asking.settle(uow, CHEN, inquiry.id)


def test_who_has_answered_does_not_say_that_the_answer_will_do(uow: UnitOfWork) -> None:
    """Only who is a supervisor by now, and was asked before."""
    number = concern_claimed_by(CHEN)(uow)
    inquiry = answers(uow, CHEN, opens(uow, SUN, About.CONCERN, number))
    with pytest.raises(OwnMatter):
        asking.settle(uow, CHEN, inquiry.id)


def test_who_is_no_supervisor_closes_nothing(uow: UnitOfWork) -> None:
    inquiry = answers(uow, LIN, opens(uow, SUN, About.FREE, 0))
    for somebody in (LIN, WANG):
        with pytest.raises(NotAllowed):
            asking.settle(uow, somebody, inquiry.id)


@pytest.mark.parametrize("about", [About.CONCERN, About.ITEM, About.ENTRY])
def test_there_is_nothing_with_such_a_number(uow: UnitOfWork, about: About) -> None:
    with pytest.raises(NoMatter):
        opens(uow, SUN, about, 99)


def test_of_another_community_nothing_is_asked(uow: UnitOfWork) -> None:
    number = award(WANG, LIN)(uow)
    elsewhere = replace(SUN, community=CommunityId(2))
    with pytest.raises(NotAllowed):
        opens(uow, elsewhere, About.ENTRY, number)
