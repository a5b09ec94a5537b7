"""街道回复 on a concern: signed, read by everybody, and nothing else changes by it."""

from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.agenda.items import SUNSHINE
from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion, read_to_the_end

LAMP = "3号楼2单元的路灯不亮"
WORDS = "电力公司周五来换线，街道会盯着办完。"


async def becomes_contact(town: Neighbourhood, who: Someone) -> None:
    """At the sub-district office; lives elsewhere."""

    def appoint(uow: UnitOfWork) -> None:
        uow.roles.appoint(Appointment(SUNSHINE, who.telegram_id, Role.GOVERNMENT))

    await who.starts()
    await who.taps("普通版")
    await who.taps("我同意")
    await town.running.town.do(appoint)


async def replies(contact: Someone, number: int, words: str) -> None:
    await contact.says("/inbox")
    await contact.taps(f"#{number} {LAMP}")
    await contact.taps("写街道回复")
    await contact.says(words)
    await contact.taps("对，就这样")


async def test_the_office_replies_from_the_inbox_and_everybody_reads_it(
    town: Neighbourhood, elder: Someone, liaison: Someone, outsider: Someone, moderator: Someone, look: Look
) -> None:
    await becomes_contact(town, outsider)
    number = await reported(elder, LAMP)
    before = look("SELECT * FROM concerns")
    await outsider.says("/inbox")
    await outsider.taps(f"#{number} {LAMP}")
    await outsider.taps("写街道回复")
    assert f"请写街道对 #{number} 的回复，邻居们都能看到。" in await outsider.reads()
    await outsider.says("再说一遍")
    await outsider.taps("换个说法")
    await outsider.says(WORDS)
    assert f"您说：{WORDS}\n会署您的名字，#{number} 的进度不变。对吗？" in await outsider.reads()
    await outsider.says("对")
    assert f"发出去了，反映人会看到。#{number} 照常有人跟进。" in await outsider.reads()
    assert f"街道回复 #{number}（何伟）：{WORDS}" in await elder.reads()
    await liaison.says(f"/concern {number}")
    assert f"11月25日 星期三：街道回复（何伟）：{WORDS}" in await liaison.reads()
    await moderator.says(f"/history {number}")
    assert f"何伟：街道回复：{WORDS}" in await moderator.reads()
    await moderator.says("/log")
    assert "代表街道回复了" in await moderator.reads()
    assert look("SELECT * FROM concerns") == before  # neither state nor clock nor first answer


async def test_a_long_reply_is_read_in_large_print_page_by_page(
    town: Neighbourhood, elder: Someone, outsider: Someone
) -> None:
    await becomes_contact(town, outsider)
    number = await reported(elder, LAMP)
    await replies(outsider, number, "街道联系了电力公司，他们周五上午来看线路。" * 5)
    assert (await elder.reads()).count("街道联系了电力公司") < 5
    assert (await read_to_the_end(elder)).count("电力公司") >= 1
    assert (await elder.buttons())[0] == "我的诉求"


async def test_what_has_waited_too_long_comes_with_the_button_to_reply(
    town: Neighbourhood, elder: Someone, liaison: Someone, outsider: Someone, clock: Clock, look: Look
) -> None:
    await becomes_contact(town, outsider)
    number = await reported(elder, LAMP)
    await clock.passes(hours=24, seconds=1)
    assert "写街道回复" not in await liaison.buttons()
    await clock.passes(hours=48)
    assert "超过24小时" in await outsider.reads()
    await outsider.taps("写街道回复")
    await outsider.says(WORDS)
    await outsider.taps("对，就这样")
    assert f"街道回复 #{number}（何伟）：{WORDS}" in await elder.reads()
    assert look("SELECT state, answered_at FROM concerns") == [("received", None)]


async def test_sent_twice_it_is_said_once(town: Neighbourhood, elder: Someone, outsider: Someone, look: Look) -> None:
    await becomes_contact(town, outsider)
    number = await reported(elder, LAMP)
    await town.playground.post("faults", kind="repeat", count=10_000)
    await replies(outsider, number, WORDS)
    await outsider.taps("对，就这样")
    assert look("SELECT deed, words FROM concern_history WHERE deed = 'official'") == [("official", WORDS)]
    assert (await elder.reads()).count(WORDS) == 1


async def test_nobody_else_replies_for_the_office_and_the_office_does_nothing_else(
    town: Neighbourhood, liaison: Someone, moderator: Someone, supervisor: Someone, outsider: Someone, look: Look
) -> None:
    await reported(liaison, LAMP)
    await becomes_contact(town, outsider)
    before = look("SELECT * FROM concerns")
    for who in (liaison, moderator, supervisor):
        await who.forges("cor:1")
        assert "请写街道对" not in await who.reads()
    for data in ("k:1", "kd:1:answer", "kd:1:finish", "kd:1:explain", "kh:1", "kt:1", "s:1:1", "kz:1:1"):
        await outsider.forges(data)
    assert look("SELECT * FROM concerns") == before
    assert look("SELECT deed FROM concern_history") == [("raise",)]


async def test_a_contact_who_is_one_no_more_sends_nothing(
    town: Neighbourhood, liaison: Someone, outsider: Someone, look: Look
) -> None:
    def dismiss(uow: UnitOfWork) -> None:
        for held in uow.roles.held_by(SUNSHINE, outsider.telegram_id):
            uow.roles.end(held, 5000005)

    await becomes_contact(town, outsider)
    number = await reported(liaison, LAMP)
    await outsider.says("/inbox")
    await outsider.taps(f"#{number} {LAMP}")
    await outsider.taps("写街道回复")
    await outsider.says(WORDS)
    await town.running.town.do(dismiss)
    await outsider.taps("对，就这样")
    assert look("SELECT deed FROM concern_history") == [("raise",)]


async def test_who_has_had_their_data_deleted_signs_no_more(
    town: Neighbourhood, liaison: Someone, outsider: Someone, clock: Clock
) -> None:
    await becomes_contact(town, outsider)
    number = await reported(liaison, LAMP)
    await replies(outsider, number, WORDS)
    await asks_deletion(outsider)
    await clock.passes(days=7)
    await liaison.says(f"/concern {number}")
    assert "街道回复（街道联系人）：（已删除）" in await liaison.reads()
