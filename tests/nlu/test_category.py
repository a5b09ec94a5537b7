"""What a concern is about: the categories, and that a word or two tell them."""

import pytest

from bot.concerns.views import NAMES
from nlu.category import CATEGORIES
from nlu.meaning import Interpreter


def test_names_and_categories_agree() -> None:
    assert len(CATEGORIES) == len(set(CATEGORIES)) == 17
    assert set(CATEGORIES) == NAMES.keys()
    assert CATEGORIES[-1] == "other"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("楼道清洁", "waste"),
        ("停车管理", "parking"),
        ("宠物管理", "pets"),
        ("路灯", "lighting"),
        ("电梯", "lift"),
        ("噪音", "noise"),
        ("停水", "utility"),
        ("物业费", "property"),
        ("高空抛物", "safety"),
        ("违建", "illegal_build"),
        ("红绿灯不亮", "traffic"),
        ("The LIFT is broken", "lift"),
        ("这个lift坏了", "lift"),
        ("noisy neighbours", "noise"),
    ],
)
def test_a_word_or_two_tell_the_kind(interpreter: Interpreter, text: str, category: str) -> None:
    assert interpreter.understand(text).kind == category


@pytest.mark.parametrize("text", ["您好", "谢谢大家", "我有个事要说"])
def test_where_no_word_tells_it_it_is_asked(interpreter: Interpreter, text: str) -> None:
    assert interpreter.understand(text).kind is None
