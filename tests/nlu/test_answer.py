"""Yes and no, as they are typed."""

import pytest

from nlu.answer import NO, YES, yes_or_no


@pytest.mark.parametrize("text", ["对", "对。", " 是的！", "好啊", "OK", "Yes.", "没错", "嗯"])
def test_yes(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["不对", "不对啊", "错了", "No", "不。", "不用了"])
def test_no(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["", "对面楼的灯不亮", "不亮", "好几天了", "可以的话请修一下", "noise"])
def test_words_that_only_begin_so_say_something_else(text: str) -> None:
    assert yes_or_no(text) is None


def test_nothing_is_both() -> None:
    assert YES.isdisjoint(NO)
