"""Who means the bot in a group, who says thank you, and when the bot may speak up."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.groups.model import Group, Purpose, Standing
from bot.talk.model import PAUSE, addressed, may_offer, thanks

NOON = datetime(2026, 11, 25, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@yishi_bot 我还有多少分", "我还有多少分"),
        ("我还有多少分 @Yishi_Bot", "我还有多少分"),
        ("议事，路灯坏了", "路灯坏了"),
        ("议事 下周三议什么", "下周三议什么"),
        ("议事助手你好", "你好"),
        ("yishi: where do I vote", "where do I vote"),
        ("议事", ""),
    ],
)
def test_it_is_meant_where_it_is_named(text: str, words: str) -> None:
    assert addressed(text, "yishi_bot", is_reply=False) == words


@pytest.mark.parametrize(
    "text", ["议事日几点开始", "今天议事厅开门吗", "@yishi_bottle 你好", "你好", "大家对议事有什么看法"]
)
def test_it_is_not_meant_where_its_name_is_a_part_of_something(text: str) -> None:
    assert addressed(text, "yishi_bot", is_reply=False) is None
    assert addressed(text, "yishi_bot", is_reply=True) == text


@pytest.mark.parametrize("text", ["谢谢", "谢谢您！", "多谢啦", "太感谢了", "辛苦了🙏", "thank you so much", "Thx"])
def test_thanks_and_nothing_else(text: str) -> None:
    assert thanks(text)


@pytest.mark.parametrize("text", ["", "谢谢，可是灯还是不亮", "不用谢", "感谢信写好了", "thanks but the lamp is out"])
def test_no_thanks(text: str) -> None:
    assert not thanks(text)


@pytest.mark.parametrize(
    ("purpose", "offers", "since", "may"),
    [
        (Purpose.MAIN, True, None, True),
        (Purpose.BUILDING, True, PAUSE, True),
        (Purpose.MAIN, True, PAUSE - timedelta(seconds=1), False),
        (Purpose.MAIN, False, None, False),
        (Purpose.MODERATORS, True, None, False),
        (None, True, None, False),
    ],
)
def test_it_speaks_up_once_an_hour_where_residents_talk(
    purpose: Purpose | None, offers: bool, since: timedelta | None, may: bool
) -> None:
    offered_at = None if since is None else NOON - since
    group = Group(-1, "群", Standing.MEMBER, purpose=purpose, offers=offers, offered_at=offered_at)
    assert may_offer(group, NOON) is may
