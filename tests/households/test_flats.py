"""Moving within the community, and having several flats in it: one is spoken for at a time."""

from tests.concerns.test_conversation import finished, reported
from tests.households.test_conversation import join_as_other, joins, proposes
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_conversation import file_of
from tests.rights.test_deletion import asks_deletion
from tests.roll.sheets import csv_of, sends_file, sunshine_rows

HOME_OF_ZHAO = "44705025"
PLACES = """SELECT h.building, r.telegram_id, r.held_by, r.left_at IS NOT NULL FROM residents r
    JOIN households h ON h.id = r.household_id WHERE r.name = '李明' AND h.building IN (5, 7) ORDER BY h.building"""


async def has_a_second_code(who: Someone, answer: str) -> None:
    """Joins the household of 赵敏 as well."""
    await who.says("/join")
    await who.says(HOME_OF_ZHAO)
    await who.taps(answer)
    await who.taps("都不是我")
    await who.taps("18–35岁")


async def test_who_joins_another_household_is_asked_one_question(tenant: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await tenant.says("/join")
    await tenant.says(HOME_OF_ZHAO)
    assert "您原来住5号楼1单元202室。您是搬到7号楼3单元802室了，还是两处都是您家？" in await tenant.reads()
    assert (await tenant.buttons())[:3] == ["搬过去了", "两处都是我家的", "返回"]
    await tenant.forges("ja:middle")  # the question cannot be passed by
    assert "还是两处都是您家" in await tenant.reads()
    assert look(PLACES) == [(5, 5000003, None, 0)]


async def test_who_moves_leaves_the_old_household(tenant: Someone, owner: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await join_as_other(owner)
    await proposes(owner, "李明")
    await tenant.taps("好，我代表本户")
    await has_a_second_code(tenant, "搬过去了")
    assert "您家是7号楼3单元802室" in await tenant.reads()
    assert look(PLACES) == [(5, None, None, 1), (7, 5000003, None, 0)]
    moved = "SELECT how, from_household_id IS NULL, to_household_id IS NULL FROM moves WHERE telegram_id = 5000003"
    assert look(f"{moved} ORDER BY id") == [("joined", 1, 0), ("moved", 0, 0), ("joined", 1, 0)]
    assert look("SELECT how FROM household_representatives") == [("moved",)]
    assert "李明不再代表本户了" in await owner.reads()
    await owner.says("/household")
    assert "已经加入1人" in await owner.reads()
    assert "李明" not in await owner.reads()
    await tenant.says("/household")
    assert "另一处" not in "".join(await tenant.buttons())


async def test_a_concern_from_before_the_move_stays_its_authors(
    tenant: Someone, owner: Someone, moderator: Someone
) -> None:
    await joins(tenant, "李明")
    number = await reported(tenant, "5号楼1单元的路灯不亮")
    await has_a_second_code(tenant, "搬过去了")
    await tenant.says("/my")
    assert f"#{number}" in await tenant.reads()
    await finished(moderator, "换好了")
    assert "换好了" in await tenant.reads()
    await joins(owner, "都不是我")
    await owner.taps("36–59岁")
    await owner.forges("s:1:1")
    assert f"#{number} 解决没有，要由反映的人来说" in await owner.reads()
    await tenant.taps("解决了")
    assert "李明说 #" in await moderator.reads()


async def test_who_has_two_flats_speaks_for_one_and_changes_by_a_tap(
    tenant: Someone, owner: Someone, look: Look
) -> None:
    await joins(tenant, "李明")
    await has_a_second_code(tenant, "两处都是我家的")
    assert look(PLACES) == [(5, None, 5000003, 0), (7, 5000003, None, 0)]
    number = await reported(tenant, "7号楼3单元的路灯不亮")
    await tenant.says("/household")
    assert "现在您代表7号楼3单元802室说话。" in await tenant.reads()
    await tenant.taps("我的另一处家")
    await tenant.taps("5号楼1单元202室")
    assert "现在您代表5号楼1单元202室说话。" in await tenant.reads()
    assert look(PLACES) == [(5, 5000003, None, 0), (7, None, 5000003, 0)]
    await tenant.says("/my")
    assert f"#{number}" in await tenant.reads()
    assert look("SELECT how FROM moves") == [("joined",), ("joined",)]
    await joins(owner, "都不是我")  # his place in 5-1-202 is not on offer, and nobody sees him gone there
    await owner.taps("36–59岁")
    await owner.says("/household")
    assert "已经加入2人" in await owner.reads()


async def test_who_speaks_for_a_household_does_so_from_both_flats(tenant: Someone, owner: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await join_as_other(owner)
    await has_a_second_code(tenant, "两处都是我家的")
    await proposes(owner, "李明")  # who speaks for 7-3-802 now
    await tenant.taps("好，我代表本户")
    assert "现在由您代表本户" in await tenant.reads()
    await owner.says("/household")
    assert "李明代表本户" in await owner.reads()
    await tenant.says("/household")
    assert "代表本户" not in await tenant.reads()
    assert "我不再代表本户" not in await tenant.buttons()
    await tenant.taps("我的另一处家")
    await tenant.taps("5号楼1单元202室")
    assert "李明代表本户" in await tenant.reads()
    await tenant.taps("我不再代表本户")
    assert look("SELECT how FROM household_representatives") == [("resigned",)]


async def test_leaving_one_of_two_flats_is_not_leaving_both(tenant: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await has_a_second_code(tenant, "两处都是我家的")
    await tenant.says("/household")
    await tenant.taps("我搬走了")
    assert "您要离开7号楼3单元802室" in await tenant.reads()
    await tenant.taps("对，我搬走了")
    assert "现在您代表5号楼1单元202室说话。" in await tenant.reads()
    await tenant.taps("对，我搬走了")  # the same button once more
    assert "这处现在不在您名下" in await tenant.reads()
    assert look(PLACES) == [(5, 5000003, None, 0), (7, None, None, 1)]


async def test_nobody_changes_to_a_flat_that_is_not_theirs(tenant: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    free = look("SELECT id FROM residents WHERE telegram_id IS NULL AND household_id = 1")[0][0]
    for resident in (free, 1, 999_999):
        await tenant.forges(f"fs:{resident}")
        assert "这处现在不在您名下" in await tenant.reads()
    assert look(PLACES) == [(5, 5000003, None, 0)]


async def test_an_old_button_leads_to_no_flat_that_was_left(tenant: Someone, look: Look) -> None:
    await joins(tenant, "李明")
    await has_a_second_code(tenant, "两处都是我家的")
    await tenant.says("/household")
    await tenant.taps("我的另一处家")
    await tenant.taps("5号楼1单元202室")
    await tenant.taps("我搬走了")
    await tenant.taps("对，我搬走了")
    await tenant.taps("5号楼1单元202室")
    assert "这处现在不在您名下" in await tenant.reads()
    assert look(PLACES) == [(5, None, None, 1), (7, 5000003, None, 0)]


async def test_whoever_has_two_flats_is_forgotten_in_both(
    town: Neighbourhood, tenant: Someone, clock: Clock, look: Look
) -> None:
    await joins(tenant, "李明")
    await has_a_second_code(tenant, "两处都是我家的")
    await tenant.says("/mydata")
    await tenant.taps("发文件给我")
    kept = str(await file_of(town, tenant))
    assert "'building': 5" in kept
    assert "'building': 7" in kept
    await asks_deletion(tenant)
    await clock.passes(days=7)
    assert look("SELECT count(*) FROM residents WHERE telegram_id = 5000003 OR held_by = 5000003") == [(0,)]
    assert look(PLACES) == []


async def test_an_older_resident_sees_who_has_joined_and_changes_flats(elder: Someone, tenant: Someone) -> None:
    await elder.starts(f"code-{HOME_OF_ZHAO}")
    await elder.taps("两处都是我家的")
    await elder.taps("看更多")
    await elder.taps("都不是我")
    await elder.taps("60岁以上")
    await elder.taps("查积分")
    await elder.taps("看更多")
    await elder.taps("我家")
    assert "现在您代表7号楼3单元802室说话。" in await elder.reads()
    await elder.taps("看看谁加入了")
    assert "王秀英已经加入" in await elder.reads()
    await elder.taps("返回")
    await elder.taps("我的另一处家")
    await elder.taps("3号楼2单元502室")
    assert "现在您代表3号楼2单元502室说话。" in await elder.reads()
    await joins(tenant, "李明")


async def test_whom_a_file_takes_off_one_flat_speaks_for_the_other(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    await elder.starts(f"code-{HOME_OF_ZHAO}")
    await elder.taps("两处都是我家的")
    await elder.taps("看更多")
    await elder.taps("都不是我")
    await elder.taps("60岁以上")
    await sends_file(moderator, csv_of(sunshine_rows()))  # in which she lives where she did
    await moderator.taps("先回答这几位")
    assert "7号楼3单元802室的王秀英已经加入" in await moderator.reads()
    await moderator.taps("搬走了")
    await moderator.taps("导入")
    assert "社区登记您已经从7号楼3单元802室搬走" in await elder.reads()
    await elder.says("/household")
    assert "3号楼2单元502室：已经加入1人。" in await elder.reads()
    assert look("SELECT count(*) FROM residents WHERE held_by IS NOT NULL") == [(0,)]


async def test_names_of_a_large_household_come_a_few_at_a_time(
    elder: Someone, tenant: Someone, owner: Someone, outsider: Someone, look: Look
) -> None:
    code = look("SELECT code FROM household_codes JOIN residents USING (household_id) WHERE telegram_id = 5000001")
    for newcomer in (tenant, owner, outsider):
        await newcomer.starts(f"code-{code[0][0]}")
        await newcomer.taps("普通版")
        await newcomer.taps("我同意")
        await newcomer.taps("都不是我")
        await newcomer.taps("36–59岁")
    await elder.taps("查积分")
    await elder.taps("看更多")
    await elder.taps("我家")
    await elder.taps("看看谁加入了")
    assert "何伟" not in await elder.reads()
    await elder.taps("看其他人")
    assert "何伟" in await elder.reads()
    await elder.taps("选谁代表本户")
    await elder.taps("赵敏")
    assert "赵敏想请" not in await elder.reads()
    assert "王秀英想请您代表本户" in await owner.reads()
