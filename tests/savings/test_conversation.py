"""The ledger of money as moderators keep it and everybody reads it."""

from tests.neighbours import Look, Neighbourhood, Someone


async def enters_a_saving(moderator: Someone, amount: str = "一千二百元") -> None:
    """Up to the first quote."""
    await moderator.says("/savings")
    await moderator.taps("记一笔")
    await moderator.taps("节约了一笔")
    await moderator.says("换楼道灯自己动手")
    await moderator.says(amount)


async def test_a_saving_with_two_quotes_counts(moderator: Someone, elder: Someone, look: Look) -> None:
    await enters_a_saving(moderator)
    assert "请发改之前的报价" in await moderator.reads()
    await moderator.says("物业报价3000元")
    assert "请发改之后的报价" in await moderator.reads()
    await moderator.sends("photo")
    assert "节约1,200元：换楼道灯自己动手。凭证2份。对吗？" in await moderator.reads()
    await moderator.taps("对，就是这样")
    assert "第1笔记上了。" in await moderator.reads()
    await elder.says("/savings")
    assert "已证实：节约1,200元，争取0元。" in await elder.reads()
    await elder.taps("1,200元，换楼道灯自…")
    while "接着看" in (await elder.buttons())[:1]:
        await elder.taps("接着看")
    await elder.taps("看凭证1")
    assert "凭证1：物业报价3000元" in await elder.reads()
    await moderator.says("/report 2026-11")
    assert "已证实：节约1,200元，争取0元。" in await moderator.reads()
    await moderator.says("/log")
    assert look("SELECT count(*) FROM audit_log WHERE what = 'SavingEntered'") == [(1,)]


async def test_without_its_quotes_it_is_unproved_until_they_come(moderator: Someone, liaison: Someone) -> None:
    await enters_a_saving(moderator, "1,200.50")
    await moderator.taps("以后再补")
    await moderator.taps("对，就是这样")
    assert "第1笔记上了，还没有证实。" in await moderator.reads()
    await liaison.says("/savings")
    assert "已证实：节约0元，争取0元。" in await liaison.reads()
    await liaison.taps("1,200.50元，换楼道灯自…")
    assert "未证实，不计入总数：还差2份凭证。" in await liaison.reads()
    assert {"补凭证", "划掉这笔"} & set((await liaison.buttons())[:3]) == set()
    await moderator.taps("看这一笔")
    await moderator.taps("补凭证")
    await moderator.says("原来3000元")
    await moderator.says("现在1799.50元")
    await moderator.taps("对，就是这样")
    await liaison.says("/savings")
    assert "已证实：节约1,200.50元，争取0元。" in await liaison.reads()


async def test_nonsense_is_answered_kindly_and_asked_again(moderator: Someone) -> None:
    await enters_a_saving(moderator, "不少钱")
    assert "没看懂是多少钱" in await moderator.reads()
    await moderator.says("1200")
    assert "请发改之前的报价" in await moderator.reads()


async def test_a_grant_needs_a_receipt_that_is_no_words(moderator: Someone, look: Look) -> None:
    await moderator.says("/savings")
    await moderator.taps("记一笔")
    await moderator.taps("争取到一笔")
    await moderator.says("街道微更新项目")
    await moderator.says("二十万")
    await moderator.says("收到了")
    assert "这个当不了凭证" in await moderator.reads()
    await moderator.sends("photo")
    await moderator.taps("对，就是这样")
    await moderator.says("/savings")
    assert "已证实：节约0元，争取200,000元。" in await moderator.reads()
    assert look("SELECT kind, fen, proved FROM savings") == [("raised", 20_000_000, 1)]


async def test_a_mistake_is_struck_with_a_reason_and_stays(
    town: Neighbourhood, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await town.playground.post("faults", kind="repeat", count=10_000)
    await enters_a_saving(moderator)
    await moderator.says("3000元")
    await moderator.says("1800元")
    await moderator.taps("对，就是这样")
    assert look("SELECT count(*), sum(proved) FROM savings") == [(1, 2)]
    await moderator.taps("看这一笔")
    await moderator.taps("划掉这笔")
    await moderator.says("和上个月的记重了")
    await moderator.taps("对，就是这样")
    assert "第1笔划掉了，还留着给大家看。" in await moderator.reads()
    await liaison.says("/savings")
    assert "节约0元" in await liaison.reads()
    await liaison.taps("1,200元，换楼道灯自…")
    assert "已划掉，不计入总数：和上个月的记重了" in await liaison.reads()
    assert look("SELECT count(*) FROM audit_log WHERE what = 'SavingStruck'") == [(1,)]


async def test_only_moderators_enter_and_strike(liaison: Someone, moderator: Someone, look: Look) -> None:
    await enters_a_saving(moderator)
    await moderator.taps("以后再补")
    await moderator.taps("对，就是这样")
    for forged in ("mnk", "mnn:saved", "mna:1", "mnx:1"):
        await liaison.forges(forged)
        assert "由管理员和楼栋联络员来办" in await liaison.reads()
    assert look("SELECT struck_at FROM savings") == [(None,)]
