"""On the way in: manner, consent, code, place on the roll."""

import pytest

from bot.residents.model import with_check_digit
from tests.neighbours import Clock, Look, Someone

LIS_CODE, ZHAOS_CODE = "2191 3557", "44705025"


async def test_a_tenant_joins_with_the_code_of_the_household(tenant: Someone) -> None:
    await tenant.starts()
    await tenant.taps("普通版")
    assert "服务器在国外" in await tenant.reads()
    await tenant.taps("我同意")
    await tenant.says(LIS_CODE)
    assert "5号楼1单元202室" in await tenant.reads()
    await tenant.taps("李明")
    assert "欢迎您，李明" in await tenant.reads()
    assert "反映问题" in await tenant.buttons()


async def test_an_older_person_joins_by_taps_and_one_code(owner: Someone) -> None:
    await owner.starts()
    await owner.taps("长辈版：大按钮")
    while (await owner.buttons())[0] == "接着看":
        await owner.taps("接着看")
    await owner.taps("我同意")
    await owner.says(ZHAOS_CODE)
    await owner.taps("赵敏")
    assert (await owner.buttons())[:5] == ["反映问题", "投票", "看预告", "查积分", "🙋找人帮"]


async def test_the_link_of_a_household_asks_for_no_code(tenant: Someone) -> None:
    await tenant.starts("code-21913557")
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    assert "您是哪一位" in await tenant.reads()


async def test_nobody_joins_without_having_agreed(tenant: Someone, look: Look) -> None:
    await tenant.starts("code-21913557")
    await tenant.says(LIS_CODE)
    assert "您想用哪一种" in await tenant.reads()
    assert look("SELECT name FROM accounts WHERE telegram_id = 5000003") == []


async def test_agreeing_once_more_asks_no_code_and_loses_no_draft(tenant: Someone) -> None:
    await tenant.starts("code-21913557")
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    await tenant.taps("李明")
    await tenant.says("/concern 那个东西又那样了")
    await tenant.taps("我同意")
    assert "欢迎您，李明" in await tenant.reads()
    await tenant.says("5号楼1单元")
    assert "哪一类" in await tenant.reads()


async def test_who_is_not_on_the_list_says_only_a_rough_age(owner: Someone) -> None:
    await owner.starts("code-21913557")
    await owner.taps("普通版")
    await owner.taps("我同意")
    await owner.taps("都不是我")
    await owner.taps("36–59岁")
    assert "欢迎您，赵敏" in await owner.reads()


async def test_one_name_is_one_person(owner: Someone, tenant: Someone) -> None:
    for person in (tenant, owner):
        await person.starts("code-21913557")
        await person.taps("普通版")
        await person.taps("我同意")
    await tenant.taps("李明")
    await owner.taps("李明")
    assert "已经有人用了" in await owner.reads()


@pytest.mark.both
async def test_a_typing_mistake_costs_nothing_and_wrong_codes_make_one_wait(tenant: Someone, clock: Clock) -> None:
    await tenant.starts()
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    await tenant.says("21913558")
    assert "这8位数字不对" in await tenant.reads()
    for _ in range(5):
        await tenant.says(with_check_digit("1234567"))  # well-formed, but nobody's
        assert "没有找到" in await tenant.reads()
    await tenant.says(LIS_CODE)
    assert "请等到11月25日 星期三 上午10点10分以后再试" in await tenant.reads()
    await clock.passes(minutes=10)
    await tenant.says(LIS_CODE)
    assert "您是哪一位" in await tenant.reads()


async def test_who_only_wants_to_read_is_not_kept_and_can_change_their_mind(tenant: Someone) -> None:
    await tenant.starts()
    await tenant.taps("普通版")
    await tenant.taps("我只看看")
    assert "什么都不会记" in await tenant.reads()
    await tenant.taps("我同意了")
    assert "8位数字" in await tenant.reads()


async def test_somebody_who_lives_elsewhere_is_refused_kindly(outsider: Someone) -> None:
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await outsider.says("/concern 路灯不亮")
    assert "给本小区居民用的" in await outsider.reads()
    await outsider.taps("加入我家")
    assert "8位数字" in await outsider.reads()


async def test_the_language_is_the_persons_own_choice(guide: Someone) -> None:
    await guide.starts()
    assert "How shall I speak with you" in await guide.reads()
    await guide.says("/language")
    await guide.taps("中文")
    assert "以后用中文" in await guide.reads()


async def test_the_older_peoples_mode_has_many_names(moderator: Someone) -> None:
    for name in ("长辈版", "/长辈版", "关怀版", "字大一点"):
        await moderator.says("普通版")
        await moderator.says(name)
        assert "字少、按钮大" in await moderator.reads()
        assert (await moderator.screen())["keyboard"] is None
