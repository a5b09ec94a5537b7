"""Who moderates or lives in two communities acts on the concern they were shown, not on its namesake."""

from typing import Any

import pytest

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern
from bot.concerns.model.life import Deed, State
from bot.concerns.model.refusals import NoConcern
from bot.concerns.model.told import Told
from bot.concerns.service import author, staff, telling
from bot.kit.people import CommunityId, Reader
from bot.residents.model import Account
from bot.roles.model import Appointment, NotAllowed, Role
from bot.unit_of_work import UnitOfWork
from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Look, Neighbourhood, Someone

SUNSHINE = CommunityId(1)
WANG = Reader(5000001, "王秀英", community=SUNSHINE, known=True)
LIN = Reader(5000005, "林芳", community=SUNSHINE, known=True)


def found_another(uow: UnitOfWork, *moderators: Reader) -> CommunityId:
    """A second community, moderated by these."""
    other = uow.residents.found("春风里", uow.now).id
    for reader in moderators:
        uow.roles.appoint(Appointment(other, reader.telegram_id, Role.MODERATOR))
    return other


def raised(uow: UnitOfWork) -> Concern:
    return telling.raise_in_group(uow, WANG, Draft("1-1").tells(Told("路灯不亮")))


async def in_the_books(town: Neighbourhood, use_case: Any, *args: Any) -> Any:
    return await town.running.town.do(use_case, None, *args)


async def test_a_card_is_of_the_concern_it_shows_wherever_its_moderator_speaks_now(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    def moves_on(uow: UnitOfWork) -> None:
        other = found_another(uow, LIN)
        account = uow.residents.account(LIN.telegram_id)
        assert account is not None
        uow.residents.save_account(
            Account(LIN.telegram_id, "林芳", "zh", False, other, account.consent_version), uow.now
        )

    await reported(elder, "3号楼2单元的路灯不亮")
    await in_the_books(town, moves_on)
    await moderator.taps("认领")
    assert "#1 由您跟进了" in await moderator.reads()
    await finished(moderator, "电工来过了。")
    assert "电工来过了。" in await elder.reads()
    await elder.taps("解决了")
    assert look("SELECT state FROM concerns") == [("confirmed",)]


async def test_links_lead_to_the_concern_by_its_id(town: Neighbourhood, elder: Someone, moderator: Someone) -> None:
    def goes_missing(uow: UnitOfWork) -> None:
        """Numbers and ids part: the first number of 阳光社区 is given to nobody."""
        uow.concerns.next_number(SUNSHINE)

    await in_the_books(town, goes_missing)
    assert await reported(elder, "3号楼2单元的路灯不亮") == 2
    await moderator.starts("step-1-answer")
    assert "#2" in await moderator.reads()
    await moderator.starts("step-2-answer")
    assert "没有这件诉求" in await moderator.reads()


async def test_a_moderator_of_another_community_gets_nowhere(town: Neighbourhood) -> None:
    def forges(deed: Any) -> Any:
        def tries(uow: UnitOfWork) -> None:
            other = found_another(uow, Reader(5000004, "赵敏"))
            deed(uow, Reader(5000004, "赵敏", community=other, known=True), raised(uow).id)

        return tries

    for deed in (staff.claim, staff.hand_over, staff.to_see):
        with pytest.raises(NotAllowed):
            await in_the_books(town, forges(deed))
    for word in (author.confirm, author.withdraw):
        with pytest.raises(NoConcern) as refusal:
            await in_the_books(town, forges(word))
        assert refusal.value.number is None


async def test_an_author_has_the_last_word_wherever_they_speak_now(town: Neighbourhood) -> None:
    def last_word(uow: UnitOfWork) -> Concern:
        concern = raised(uow)
        staff.say(uow, LIN, concern.id, Deed.FINISH, "好了")
        elsewhere = Reader(WANG.telegram_id, WANG.name, community=found_another(uow), known=True)
        return author.confirm(uow, elsewhere, concern.id)

    assert (await in_the_books(town, last_word)).state is State.CONFIRMED


async def test_a_made_up_button_says_nothing_of_any_concern(elder: Someone, moderator: Someone) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    for data in ("k:99", "kd:99:answer", "kd:99:confirm", "kq:99:0", "kh:99", "ks:99", "kl:99:0", "kz:99:1", "s:99:1"):
        await moderator.forges(data)
        assert "这里没有这件诉求" in await moderator.reads()


async def test_a_neighbours_button_is_refused(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await finished(moderator, "换好了")
    await liaison.forges("s:1:1")
    assert f"#{number} 解决没有，要由反映的人来说" in await liaison.reads()
