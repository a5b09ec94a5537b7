"""我家: who speaks for it, moving away, and back again."""

from tests.neighbours import Look, Someone

HOME_OF_LI = "code-21913557"


async def joins(person: Someone, name: str) -> None:
    await person.starts(HOME_OF_LI)
    await person.taps("普通版")
    await person.taps("我同意")
    await person.taps(name)


async def join_as_other(person: Someone) -> None:
    await person.starts(HOME_OF_LI)
    await person.taps("普通版")
    await person.taps("我同意")
    await person.taps("都不是我")
    await person.taps("36–59岁")


async def three_of_a_household(tenant: Someone, owner: Someone, outsider: Someone) -> None:
    await joins(tenant, "李明")
    await join_as_other(owner)
    await join_as_other(outsider)


async def proposes(person: Someone, name: str) -> None:
    await person.says("/household")
    await person.taps("选谁代表本户")
    await person.taps(name)


async def test_the_proposed_one_is_asked_and_all_are_told(tenant: Someone, owner: Someone, outsider: Someone) -> None:
    await three_of_a_household(tenant, owner, outsider)
    await proposes(tenant, "赵敏")
    assert "李明想请您代表本户。您愿意吗？" in await owner.reads()
    await owner.taps("好，我代表本户")
    assert "现在由您代表本户" in await owner.reads()
    for other in (tenant, outsider):
        assert "现在由赵敏代表本户" in await other.reads()
    await tenant.says("/household")
    assert "已经加入3人" in await tenant.reads()
    assert "赵敏代表本户" in await tenant.reads()


async def test_two_different_members_take_it_back(
    tenant: Someone, owner: Someone, outsider: Someone, look: Look
) -> None:
    await three_of_a_household(tenant, owner, outsider)
    await proposes(tenant, "赵敏")
    await owner.taps("好，我代表本户")
    for _ in range(2):  # one person twice is one person
        await tenant.says("/household")
        await tenant.taps("想换人代表")
        assert "家里再有一位同意，就换" in await tenant.reads()
    assert "李明想不再由赵敏代表本户" in await outsider.reads()
    await outsider.taps("同意不再由他代表")
    assert "赵敏不再代表本户了" in await owner.reads()
    assert "赵敏不再代表本户了" in await tenant.reads()
    assert look("SELECT how FROM household_representatives") == [("revoked",)]


async def test_who_is_proposed_may_decline(tenant: Someone, owner: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await join_as_other(owner)
    await proposes(tenant, "赵敏")
    await owner.taps("请别人来吧")
    assert "没有改动" in await owner.reads()
    assert look("SELECT how, from_at FROM household_representatives") == [("declined", None)]


async def test_a_member_moves_away_and_comes_back_by_the_code(tenant: Someone, owner: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await join_as_other(owner)
    await proposes(owner, "李明")
    await tenant.taps("好，我代表本户")
    await tenant.says("/household")
    await tenant.taps("我搬走了")
    assert "您要离开5号楼1单元202室" in await tenant.reads()
    await tenant.taps("对，我搬走了")
    assert "谢谢您和我们做邻居" in await tenant.reads()
    assert "李明不再代表本户了" in await owner.reads()
    await tenant.says("/household")
    assert "给本小区居民用的" in await tenant.reads()
    await tenant.says("/join")
    await tenant.says("21913557")
    await tenant.taps("都不是我")
    await tenant.taps("18–35岁")
    assert "欢迎您，李明" in await tenant.reads()
    assert look("SELECT how FROM moves WHERE telegram_id = 5000003 ORDER BY id") == [
        ("joined",),
        ("left",),
        ("joined",),
    ]


async def test_an_older_resident_finds_the_household_under_the_points(elder: Someone) -> None:
    await elder.taps("查积分")
    await elder.taps("看更多")
    await elder.taps("我家")
    assert "3号楼2单元502室：已经加入1人。" in await elder.reads()
    await elder.taps("我搬走了")
    await elder.taps("返回")
    assert "已经加入1人" in await elder.reads()


async def test_a_minor_does_not_speak_for_the_household(tenant: Someone, owner: Someone) -> None:
    await joins(tenant, "李明")
    await owner.starts(HOME_OF_LI)
    await owner.taps("普通版")
    await owner.taps("我同意")
    await owner.taps("都不是我")
    await owner.taps("18岁以下")
    await proposes(owner, "李明")
    assert "这要满18岁" in await owner.reads()
