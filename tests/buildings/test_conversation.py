"""我的楼: a liaison sees what goes on in the own building, helps who waits there, and sees no other."""

from tests.neighbours import Someone


async def test_a_liaison_sees_the_own_building_and_helps_who_waits(elder: Someone, liaison: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await elder.says("找人帮")
    await liaison.says("我的楼")
    read = await liaison.reads()
    assert "3号楼：60户里2户已经加入。" in read
    assert "没办完的诉求1件，其中超时0件。" in read
    assert "等人帮忙的1位。" in read
    await liaison.taps("去帮王秀英")
    assert "陈建国" in await elder.reads()
    await liaison.says("/building")
    assert "等人帮忙的0位。" in await liaison.reads()


async def test_a_moderator_chooses_the_building_and_others_are_refused(
    moderator: Someone, supervisor: Someone, elder: Someone
) -> None:
    await moderator.says("/building")
    assert "20号楼" in await moderator.buttons()
    await moderator.taps("3号楼")
    assert "3号楼：60户里2户已经加入。" in await moderator.reads()
    for person in (supervisor, elder):
        await person.says("/building")
        assert "由管理员和楼栋联络员来办" in await person.reads()
