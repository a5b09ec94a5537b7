"""What residents write is understood by the interpreter that needs nothing to be started."""

import pytest

from nlu.embedded import Embedded, load
from nlu.meaning import Outcome
from nlu.place import Place


@pytest.fixture(scope="module")
def interpreter() -> Embedded:
    return load()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("3号楼2单元路灯坏了好几天没人修", "raise_concern"),
        ("下周三议什么", "agenda_preview"),
        ("我还有多少分", "points_balance"),
        ("投票在哪", "vote"),
        ("where can i vote", "vote"),
        ("how many points do i have", "points_balance"),
        ("找人帮", "talk_to_human"),
        ("字太小了看不清", "elder_mode"),
        ("嗯", "confirm"),
        ("OK", "confirm"),
        ("不对", "deny"),
        ("👍", "confirm"),
    ],
)
def test_it_acts_upon_what_residents_write(interpreter: Embedded, text: str, intent: str) -> None:
    meaning = interpreter.understand(text)
    assert (meaning.intent, meaning.outcome) == (intent, Outcome.ACT)


def test_a_concern_comes_with_its_kind_and_place(interpreter: Embedded) -> None:
    meaning = interpreter.understand("三号楼二单元的路灯不亮")
    assert (meaning.kind, meaning.place) == ("lighting", Place(3, 2))


@pytest.mark.parametrize(
    "text",
    [
        "3号楼2单元的路灯不亮，6000007",
        "三号楼二单元的路灯不亮 电话138-0000-1111",
        "3号楼2单元的路灯不亮，一三八零零零零一一一一",
    ],
)
def test_a_telephone_number_beside_it_says_nothing(interpreter: Embedded, text: str) -> None:
    meaning = interpreter.understand(text)
    assert (meaning.intent, meaning.outcome, meaning.kind) == ("raise_concern", Outcome.ACT, "lighting")


@pytest.mark.parametrize(
    "text",
    ["", " \n", "123", "。。。", "😂😂", "/vote", '/greet{"a": 1}', "今天天气真好", "🙋" * 5000, "\x00", "\ud800"],
)
def test_it_leaves_alone_what_is_not_meant_for_it(interpreter: Embedded, text: str) -> None:
    assert interpreter.understand(text).outcome is Outcome.LEAVE


@pytest.mark.parametrize("text", ["楼下好吵啊", "昨天电梯坏了笑死"])
def test_talk_that_sounds_like_a_concern_is_understood_as_one_and_left_alone(interpreter: Embedded, text: str) -> None:
    meaning = interpreter.understand(text)
    assert (meaning.intent, meaning.outcome) == ("raise_concern", Outcome.LEAVE)
