"""A good deed earns once a second person has confirmed it; well sorted waste earns when it was looked at."""

from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion

PAID = (
    "SELECT rule, amount, kind FROM points_entries JOIN points_accounts ON points_accounts.id = target_id"
    " WHERE rule IN ('volunteering', 'task', 'sorting') ORDER BY points_entries.id"
)


async def tells(who: Someone, words: str) -> None:
    await who.says("/deed")
    await who.says(words)


async def test_an_older_resident_tells_what_she_did_and_the_liaison_confirms_it(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await elder.taps("查积分")
    await elder.taps("怎么得积分")
    while "我做了件好事" not in await elder.buttons():
        await elder.taps("接着看")
    await elder.taps("我做了件好事")
    assert "您为小区做了什么？请写一句，最多60个字。" in await elder.reads()
    await elder.says("教孩子们剪窗花")
    assert "记下了：教孩子们剪窗花。我请您楼里的联络员来确认。" in await elder.reads()
    assert look(PAID) == []
    assert "3号楼的王秀英说：教孩子们剪窗花\n您看到或听说了吗？" in await liaison.reads()
    assert "剪窗花" not in await moderator.reads()
    await liaison.taps("确认，帮了邻居")
    assert "陈建国确认了，给您加10分。谢谢您。" in await elder.reads()
    assert look(PAID) == [("volunteering", 10, "person")]
    await liaison.forges("oy:1:help")
    assert look(PAID) == [("volunteering", 10, "person")]


async def test_nobody_confirms_their_own_and_who_comes_second_is_told(
    liaison: Someone, moderator: Someone, look: Look
) -> None:
    await tells(liaison, "扫了楼道")
    assert "陈建国说：扫了楼道" in await moderator.reads()
    await liaison.forges("oy:1:task")
    assert "自己做的事，请别人来确认" in await liaison.reads()
    await moderator.taps("确认，任务完成了")
    await moderator.forges("oy:1:no")
    assert "林芳已经处理过了" in await moderator.reads()
    assert look(PAID) == [("task", 5, "person")]


async def test_what_nobody_can_confirm_earns_nothing_and_is_told_kindly(
    elder: Someone, liaison: Someone, look: Look
) -> None:
    await tells(elder, "修好了路灯")
    await liaison.taps("我没法确认")
    assert "陈建国没有看到，暂时没法确认" in await elder.reads()
    assert look(PAID) == []


async def test_when_the_day_is_full_the_thanks_count(elder: Someone, liaison: Someone, look: Look) -> None:
    for words in ("浇花", "扫雪"):
        await tells(elder, words)
        await liaison.taps("确认，帮了邻居")
    assert "陈建国确认了，谢谢您。今天的积分满了，心意都记着。" in await elder.reads()
    assert look(PAID) == [("volunteering", 10, "person")]


async def test_who_may_not_confirm_is_refused_and_words_must_fit(
    elder: Someone, supervisor: Someone, look: Look
) -> None:
    await tells(elder, "做" * 61)
    assert "请用一句话说，最多60个字" in await elder.reads()
    await elder.says("浇花")
    await supervisor.forges("oy:1:help")
    assert look("SELECT verdict FROM points_deeds") == [(None,)]


async def test_a_deed_goes_with_who_told_it(elder: Someone, liaison: Someone, clock: Clock, look: Look) -> None:
    await tells(elder, "教孩子们剪窗花")
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert look("SELECT doer, name, words FROM points_deeds") == [(0, "", "")]
    cards = [m["text"] for m in (await liaison.screen())["messages"] if "已删除" in m.get("text", "")]
    assert cards == ["（已删除）"]
    await liaison.forges("oy:1:help")
    assert "已经删除了资料" in await liaison.reads()


async def test_a_building_head_looks_at_waste_once_a_day_and_the_group_reads_rates(
    town: Neighbourhood, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    for door, answer in (("202室", "分得好"), ("301室", "还没分好")):
        await liaison.says("/sample")
        await liaison.taps("3号楼")
        await liaison.taps("2单元")
        await liaison.taps(door)
        await liaison.taps(answer)
    assert "记下了，谢谢您。" in await liaison.reads()
    assert look(PAID) == [("sorting", 2, "household")]
    [(door,)] = look("SELECT household_id FROM points_samples WHERE good")
    await moderator.forges(f"oq:{door}:1")
    assert "今天有人看过这一户：分得好" in await moderator.reads()
    await liaison.forges("oq:900:1")
    assert look("SELECT count(*) FROM points_samples") == [(2,)]
    await clock.passes(days=5)
    told = [m["text"] for m in (await liaison.screen(town.group))["messages"] if "垃圾分类抽查" in m.get("text", "")]
    assert told == ["上周垃圾分类抽查\n3号楼：看了2户，1户分得好"]


async def test_nobody_looks_at_their_own_door(liaison: Someone, elder: Someone, look: Look) -> None:
    [(mine,)] = look("SELECT household_id FROM residents WHERE telegram_id = 5000002")
    await liaison.forges(f"oq:{mine}:1")
    assert "自己家请别的同伴来看" in await liaison.reads()
    await elder.says("/sample")
    assert look("SELECT count(*) FROM points_samples") == [(0,)]
