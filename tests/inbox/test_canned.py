"""Answers that are kept ready, and used by two taps."""

from bot.config import Config
from tests.concerns.test_conversation import reported
from tests.inbox.test_conversation import in_large_print
from tests.neighbours import Look, Neighbourhood, Someone

LAMP, WASTE = "3号楼2单元的路灯不亮", "3号楼1单元门口堆满垃圾"
ANSWERS = "SELECT concern_id, by, words FROM concern_history WHERE deed = 'answer' ORDER BY id"


async def ready(moderator: Someone, *answers: str) -> None:
    for words in answers:
        await moderator.says("/canned")
        await moderator.taps("加一条")
        await moderator.says(words)


async def test_a_ready_answer_is_put_by_a_tap_read_back_and_sent_by_a_tap(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    await ready(moderator, "收到，今天去看。", "已经转给物业。")
    number = await reported(elder, LAMP)
    await moderator.taps("回复")
    assert (await moderator.buttons())[:3] == ["收到，今天去看。", "已经转给物业。", "先不写"]
    await moderator.taps("已经转给物业。")
    assert await moderator.reads() == f"答复 #{number}：已经转给物业。\n发出去吗？"
    assert look(ANSWERS) == []
    for _ in range(2):
        await moderator.taps("发出去")
    assert f"林芳答复 #{number}：已经转给物业。" in await elder.reads()
    assert look(ANSWERS) == [(1, moderator.telegram_id, "已经转给物业。")]


async def test_whoever_writes_instead_reads_that_back(elder: Someone, moderator: Someone, look: Look) -> None:
    await ready(moderator, "收到，今天去看。")
    number = await reported(elder, LAMP)
    await moderator.taps("回复")
    await moderator.taps("收到，今天去看。")
    await moderator.says("收到，明天去看。")
    assert f"答复 #{number}：收到，明天去看。" in await moderator.reads()
    await moderator.taps("发出去")
    assert look(ANSWERS) == [(1, moderator.telegram_id, "收到，明天去看。")]


async def test_a_ready_answer_for_one_is_not_sent_to_another(elder: Someone, moderator: Someone, look: Look) -> None:
    await ready(moderator, "收到，今天去看。")
    await reported(elder, LAMP)
    await reported(elder, WASTE)
    await moderator.forges("ku:1:1")
    await moderator.forges("ku:2:1")
    await moderator.forges("bw:1")
    assert "已经发出去了，或者已经放下了" in await moderator.reads()
    assert look(ANSWERS) == []


async def test_the_list_is_kept_by_moderators_and_has_an_end(
    moderator: Someone, liaison: Someone, config: Config, look: Look
) -> None:
    await moderator.says("/canned")
    assert "还没有现成的答复" in await moderator.reads()
    rules = config.community.inbox
    await ready(moderator, *(f"第{number}种答复" for number in range(rules.canned_answers)))
    await moderator.says("/canned")
    await moderator.taps("加一条")
    assert f"最多留{rules.canned_answers}条" in await moderator.reads()
    await liaison.says("/canned")
    assert "1．第0种答复" in await liaison.reads()
    assert "去掉第1条" not in await liaison.buttons()
    await moderator.taps("去掉第1条")
    await moderator.forges("br:1")
    assert "1．第1种答复" in await moderator.reads()
    assert len(look("SELECT id FROM canned_answers")) == rules.canned_answers - 1
    await moderator.forges("ku:1:1")
    assert "没有这件诉求" in await moderator.reads()


async def test_a_ready_answer_that_was_taken_away_is_not_used(elder: Someone, moderator: Someone) -> None:
    await reported(elder, LAMP)
    await moderator.forges("ku:1:7")
    assert "已经去掉了" in await moderator.reads()


async def test_ready_answers_are_short_and_not_doubled(moderator: Someone, look: Look, config: Config) -> None:
    await ready(moderator, "收到", " 收到 ")
    assert look("SELECT words FROM canned_answers") == [("收到",)]
    await moderator.taps("加一条")
    await moderator.says("长" * (config.community.inbox.canned_characters + 1))
    assert "最多200个字" in await moderator.reads()
    await moderator.says("长" * config.community.inbox.canned_characters)
    assert len(look("SELECT words FROM canned_answers")) == 2


async def test_in_large_print_ready_answers_are_paged(
    elder: Someone, moderator: Someone, liaison: Someone, town: Neighbourhood
) -> None:
    await ready(moderator, "收到", "去看", "在办", "办好了", "等配件")
    number = await reported(elder, LAMP)
    await in_large_print(town, liaison)
    await liaison.says("待办诉求")
    for label in (f"#{number} {LAMP}", "接下来怎么办", "回复"):
        await liaison.taps(label)
    assert (await liaison.buttons())[:4] == ["收到", "去看", "在办", "看更多"]
    await liaison.taps("看更多")
    await liaison.taps("等配件")
    assert await liaison.reads() == f"答复 #{number}：等配件\n发出去吗？"
    await liaison.says("/canned")
    await liaison.taps("看更多")
    assert await liaison.reads() == "2．去看"
