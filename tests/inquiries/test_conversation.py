"""A supervisor asks, somebody must answer in time, and everybody can read along."""

import pytest

from tests.neighbours import Clock, Look, Someone

ASKED = "路灯报修为什么拖了三天"


async def asks(supervisor: Someone, words: str = ASKED) -> None:
    """About nothing in particular."""
    await supervisor.says("/inquire")
    await supervisor.taps("别的事")
    await supervisor.says(words)
    await supervisor.taps("可以，发出去")


async def tells_a_concern(elder: Someone) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")


async def test_it_is_asked_answered_asked_again_and_settled(
    supervisor: Someone, moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await supervisor.says("/inquire")
    assert "7天内答复" in await supervisor.reads()
    await supervisor.taps("别的事")
    assert "不要写出姓名" in await supervisor.reads()
    await supervisor.says(ASKED)
    assert ASKED in await supervisor.reads()
    await supervisor.taps("可以，发出去")
    assert "质询#1发出去了，12月2日 星期三" in await supervisor.reads()
    assert "监督员质询#1" in await moderator.reads()
    await moderator.taps("去答复")
    await moderator.says("等备件，周五换好")
    await moderator.taps("可以，发出去")
    assert "有答复了" in await supervisor.reads()
    await supervisor.taps("看这条质询")
    assert "答：等备件，周五换好" in await supervisor.reads()
    await supervisor.taps("再追问")
    await supervisor.says("备件什么时候订的")
    await supervisor.taps("可以，发出去")
    await moderator.taps("去答复")
    await moderator.says("周一订的")
    await moderator.taps("可以，发出去")
    await supervisor.taps("看这条质询")
    await supervisor.taps("满意，办结")
    assert "质询#1已办结" in await supervisor.reads()
    assert "监督员对质询#1的答复满意" in await moderator.reads()
    await clock.passes(days=30)
    await elder.says("/inquiries")
    await elder.taps("#1 社区的事")
    for _ in range(9):
        if "已办结" in await elder.reads():
            break
        await elder.taps("接着看")
    assert "已办结" in await elder.reads()


async def test_residents_read_along_and_nobody_is_named(supervisor: Someone, liaison: Someone) -> None:
    await asks(supervisor)
    await liaison.says("/inquiries")
    await liaison.taps("#1 社区的事")
    told = await liaison.reads()
    assert ASKED in told
    assert "孙国强" not in told
    assert {"去答复", "满意，办结", "再追问"} & set(await liaison.buttons()) == set()


async def test_without_an_answer_those_are_reminded_who_owe_it_and_then_everybody_above_hears(
    supervisor: Someone, moderator: Someone, clock: Clock
) -> None:
    await asks(supervisor)
    await clock.passes(days=4, hours=23)
    assert "还没答复" not in await moderator.reads()
    await clock.passes(hours=1)
    assert "质询#1还没答复，请在12月2日" in await moderator.reads()
    await clock.passes(days=2)
    for somebody in (moderator, supervisor):
        assert "没有按时答复" in await somebody.reads()
    before = await supervisor.reads()
    await clock.passes(days=30)
    assert (await supervisor.reads()).count("没有按时答复") == before.count("没有按时答复") == 1
    await moderator.taps("看这条质询")
    assert "答复曾经超时" in await moderator.reads()


async def test_an_answer_in_time_stops_the_clock(supervisor: Someone, moderator: Someone, clock: Clock) -> None:
    await asks(supervisor)
    await clock.passes(days=6)
    await moderator.taps("去答复")
    await moderator.says("周一订的")
    await moderator.taps("可以，发出去")
    await clock.passes(days=20)
    assert "没有按时答复" not in await supervisor.reads() + await moderator.reads()


async def test_only_supervisors_ask_and_not_everybody_answers(
    supervisor: Someone, moderator: Someone, liaison: Someone, tenant: Someone
) -> None:
    for somebody in (moderator, liaison, tenant):
        await somebody.says("/inquire 为什么")
        assert "可以发出去吗" not in await somebody.reads()
        await somebody.forges("iqa:f")
        assert "您想问什么" not in await somebody.reads()
    await asks(supervisor)
    for somebody in (supervisor, liaison):
        await somebody.forges("iqw:1")
        assert "怎么答复" not in await somebody.reads()
    await moderator.forges("iqy:1")
    assert "已办结" not in await moderator.reads()


async def test_who_sees_to_a_concern_is_asked_about_it(supervisor: Someone, elder: Someone, liaison: Someone) -> None:
    await tells_a_concern(elder)
    await liaison.says("/inbox")
    await liaison.forges("k:1")
    await supervisor.says("/inquire")
    await supervisor.taps("一件诉求")
    await supervisor.says("12")
    assert "没有这个编号的诉求" in await supervisor.reads()
    await supervisor.says("1")
    await supervisor.says(ASKED)
    await supervisor.taps("可以，发出去")
    assert "关于诉求#1" in await liaison.reads()
    await liaison.taps("去答复")
    await liaison.says("周五换好")
    await liaison.taps("可以，发出去")
    assert "有答复了" in await supervisor.reads()


async def test_sending_twice_is_once_and_a_stale_button_says_why(
    supervisor: Someone, moderator: Someone, look: Look
) -> None:
    await supervisor.says(f"/inquire {ASKED}")
    await supervisor.taps("可以，发出去")
    await supervisor.taps("可以，发出去")
    assert "质询#1发出去了" in await supervisor.reads()
    assert look("SELECT count(*) FROM inquiries") == look("SELECT count(*) FROM inquiry_lines") == [(1,)]
    await supervisor.forges("iqy:1")
    assert "还在等答复" in await supervisor.reads()
    await supervisor.forges("iqs:99:0")
    assert "没有这条质询" in await supervisor.reads()
    await moderator.taps("去答复")
    await moderator.says("周一订的")
    await moderator.taps("可以，发出去")
    await moderator.forges("iqw:1")
    assert "已经答复过了" in await moderator.reads()


@pytest.mark.parametrize("words", ["议" * 301])
async def test_it_is_short(supervisor: Someone, words: str) -> None:
    await supervisor.says("/inquire")
    await supervisor.taps("别的事")
    await supervisor.says(words)
    assert "1到300个字" in await supervisor.reads()


async def test_it_stands_in_the_log(supervisor: Someone) -> None:
    await asks(supervisor)
    await supervisor.says("/log")
    assert "提出监督质询 #1" in await supervisor.reads()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/inbox", "开着1件"),
        ("/history 1", "#1 的经过"),
        ("/agenda", "现在没有议题"),
        ("/minutes", "还没有公布过纪要"),
        ("/books", "账是平的"),
        ("/log", "反映了问题 #1"),
        ("/rates", "三率"),
        ("/coverage", "加入的还不到5户"),
        ("/redeem", "货架"),
        ("/resolutions", "还没有开过票"),
        ("/inquiries", "还没有提出过质询"),
    ],
)
async def test_supervisors_read_everything_but_ballots(
    supervisor: Someone, elder: Someone, command: str, told: str
) -> None:
    await tells_a_concern(elder)
    await supervisor.says(command)
    assert told in await supervisor.reads()
