"""我没有码: asked in, let in, or kindly told no."""

from tests.neighbours import Look, Someone


async def agrees(person: Someone) -> None:
    await person.starts()
    await person.taps("普通版")
    await person.taps("我同意")


async def asks_in(person: Someone, building: str = "3号楼", door: str | None = "2单元501室") -> None:
    await agrees(person)
    await person.taps("我没有数字")
    await person.taps(building)
    if door is None:
        await person.taps("以后再说")
    else:
        await person.says(door)


async def test_the_liaison_knows_the_door_and_taps_who_it_is(tenant: Someone, liaison: Someone, look: Look) -> None:
    await asks_in(tenant)
    assert "已经请熟悉3号楼的人来认了" in await tenant.reads()
    assert "李明 说自己住3号楼" in await liaison.reads()
    await liaison.taps("同意")
    assert "3号楼2单元501室：李明是哪一位" in await liaison.reads()
    name = (await liaison.buttons())[0]
    await liaison.taps(name)
    assert "李明已经加入" in await liaison.reads()
    assert "欢迎您，您代表3号楼2单元501室" in await tenant.reads()
    await tenant.says("/concern 3号楼2单元的路灯不亮")
    assert "给本小区居民用的" not in await tenant.reads()
    assert look("SELECT verdict, decided_by, decider, decided_at > asked_at FROM admissions") == [
        ("admitted", 5000002, "陈建国", 1)
    ]


async def test_who_said_no_door_is_looked_for_by_taps(tenant: Someone, liaison: Someone, look: Look) -> None:
    await asks_in(tenant, door=None)
    await liaison.taps("同意")
    for tap in ("2单元", "501室", "都不是", "18–35岁"):
        await liaison.taps(tap)
    assert "欢迎您，您代表3号楼2单元501室" in await tenant.reads()
    assert look("SELECT name, age_band FROM residents WHERE telegram_id = 5000003") == [("李明", "young")]


async def test_a_liaison_in_elder_mode_has_four_choices_at_most(tenant: Someone, liaison: Someone) -> None:
    await liaison.says("长辈版")
    await asks_in(tenant, door=None)
    await liaison.taps("同意")
    await liaison.taps("2单元")
    await liaison.taps("看更多")
    await liaison.taps("202室")
    await liaison.taps("都不是")
    await liaison.taps("18–35岁")
    assert "您代表3号楼2单元202室" in await tenant.reads()


async def test_nobody_asks_in_where_no_building_stands(tenant: Someone, look: Look) -> None:
    await agrees(tenant)
    for forged in ("nl:99", "nr:-1"):
        await tenant.forges(forged)
        assert "已经不能用了" in await tenant.reads()
    assert look("SELECT count(*) FROM admissions") == [(0,)]


async def test_an_older_person_asks_by_taps(owner: Someone, moderator: Someone) -> None:
    await owner.starts()
    await owner.taps("长辈版：大按钮")
    while (await owner.buttons())[0] == "接着看":
        await owner.taps("接着看")
    await owner.taps("我同意")
    await owner.taps("我没有数字")
    await owner.taps("看更多")
    await owner.taps("看更多")
    await owner.taps("7号楼")
    await owner.taps("以后再说")
    assert "有了答复" in await owner.reads()
    await moderator.taps("不是本楼")
    assert "没认出您" in await owner.reads()
    await owner.taps("再试一次")
    await owner.taps("1号楼")


async def test_where_there_is_no_liaison_the_moderators_are_asked(tenant: Someone, moderator: Someone) -> None:
    await asks_in(tenant, "5号楼", "1单元202室")
    assert "李明 说自己住5号楼" in await moderator.reads()
    await moderator.taps("同意")
    await moderator.taps("李明")
    assert "欢迎您" in await tenant.reads()


async def test_not_of_this_building_is_told_kindly_and_may_be_tried_again(
    tenant: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await asks_in(tenant)
    await liaison.taps("不是本楼")
    assert "3号楼的人没认出您" in await tenant.reads()
    await tenant.taps("再试一次")
    await tenant.taps("5号楼")
    await tenant.says("1-202")
    assert "李明 说自己住5号楼" in await moderator.reads()
    assert look("SELECT building, verdict, decider FROM admissions ORDER BY id") == [
        (3, "not_here", "陈建国"),
        (5, None, None),
    ]


async def test_one_person_has_one_open_request(tenant: Someone, liaison: Someone, look: Look) -> None:
    await asks_in(tenant)
    await liaison.says("/home")
    await tenant.says("/join")
    await tenant.taps("我没有数字")
    await tenant.taps("4号楼")
    await tenant.taps("以后再说")
    assert "熟悉3号楼的人" in await tenant.reads()
    assert look("SELECT building FROM admissions") == [(3,)]
    assert "李明" not in await liaison.reads()


async def test_who_finds_their_code_asks_no_longer(tenant: Someone, liaison: Someone, look: Look) -> None:
    await asks_in(tenant)
    await tenant.starts("code-21913557")
    await tenant.taps("李明")
    assert look("SELECT verdict FROM admissions") == [("by_code",)]
    card = (await liaison.screen())["messages"][-1]
    assert "已经用家庭码加入" in card["text"]
    assert "reply_markup" not in card


async def test_somebody_without_the_role_lets_nobody_in(tenant: Someone, supervisor: Someone, look: Look) -> None:
    await asks_in(tenant)
    number = look("SELECT id FROM admissions")[0][0]
    for data in (f"ns:{number}:0:0:0", f"nx:{number}"):
        await supervisor.forges(data)
        assert "由管理员和楼栋联络员来办" in await supervisor.reads()
    assert look("SELECT verdict FROM admissions") == [(None,)]


async def test_who_has_not_agreed_is_asked_that_first(tenant: Someone, look: Look) -> None:
    await tenant.starts()
    await tenant.forges("nl:3")
    assert "想用哪一种" in await tenant.reads()
    assert look("SELECT count(*) FROM admissions") == [(0,)]


async def test_who_is_in_needs_no_letting_in(liaison: Someone) -> None:
    await liaison.forges("jn")
    assert "您已经加入了" in await liaison.reads()
