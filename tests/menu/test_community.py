"""Who lives, or has a role, in two communities chooses in which one they speak in private."""

from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Look, Neighbourhood, Someone

SUNSHINE = CommunityId(1)


async def moderates_another(town: Neighbourhood, who: Someone) -> CommunityId:
    def found(uow: UnitOfWork) -> CommunityId:
        other = uow.residents.found("春风里", uow.now).id
        uow.roles.appoint(Appointment(other, who.telegram_id, Role.MODERATOR))
        return other

    return await town.running.town.do(found)


async def test_home_says_in_which_community_one_speaks(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    await moderates_another(town, liaison)
    await liaison.says("/start")
    assert "这里是阳光社区。" in await liaison.reads()
    await liaison.says("/community")
    assert "现在您在阳光社区说话。您想换到哪个小区？" in await liaison.reads()
    await liaison.taps("春风里")
    assert "好的，现在您在春风里说话。" in await liaison.reads()
    await liaison.says("/start")
    assert "这里是春风里。" in await liaison.reads()
    await liaison.says("/my")
    assert "给本小区居民用的" in await liaison.reads()  # has a role there, but does not live there
    await liaison.says_in_group("/concern 3号楼2单元的路灯不亮")
    assert look("SELECT community_id FROM concerns") == [(SUNSHINE,)]  # a group's community counts in it


async def test_what_was_half_written_is_not_raised_elsewhere(town: Neighbourhood, liaison: Someone) -> None:
    await moderates_another(town, liaison)
    await liaison.says("/join")
    await liaison.says("/community")
    await liaison.taps("春风里")
    await liaison.says("3号楼2单元的路灯不亮")
    assert "8位" not in await liaison.reads()


async def test_who_has_one_community_is_told_so_and_has_no_button(elder: Someone, outsider: Someone) -> None:
    await elder.says("/start")
    assert "这里是" not in await elder.reads()
    await elder.says("/help")
    assert "换一个小区" not in await elder.buttons()
    await elder.says("/community")
    assert "您在阳光社区。您只有这一个小区，不用选。" in await elder.reads()
    await outsider.says("/community")
    assert "给本小区居民用的" in await outsider.reads()


async def test_an_older_resident_changes_by_buttons(town: Neighbourhood, elder: Someone) -> None:
    await moderates_another(town, elder)
    await elder.says("/help")
    await elder.taps("看更多")
    await elder.taps("换一个小区")
    await elder.taps("春风里")
    assert "现在您在春风里说话" in await elder.reads()
    await elder.taps("春风里")  # the same button again
    assert "现在您在春风里说话" in await elder.reads()


async def test_a_role_that_has_ended_opens_no_community(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    other = await moderates_another(town, liaison)
    await liaison.says("/community")

    def dismiss(uow: UnitOfWork) -> None:
        for held in uow.roles.held_by(other, liaison.telegram_id):
            uow.roles.end(held, 0)

    await town.running.town.do(dismiss)
    await liaison.taps("春风里")
    assert "给本小区居民用的" in await liaison.reads()
    assert look("SELECT community_id FROM accounts WHERE telegram_id = 5000002") == [(SUNSHINE,)]
