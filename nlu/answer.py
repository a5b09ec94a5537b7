"""What is said to a question that had buttons: yes or no, as 对 is said more easily than tapped, and what leads out."""

from typing import Final

YES: Final = frozenset(
    ("对", "对的", "是", "是的", "好", "好的", "行", "可以", "没错", "嗯", "嗯嗯", "要", "yes", "ok", "right")
)
NO: Final = frozenset(("不对", "不是", "错了", "不", "不行", "不用", "不要", "no", "wrong"))
CANCEL: Final = "cancel"
_WAYS: Final = {
    CANCEL: (
        "取消 我要取消 算了 先算了 不弄了 先不弄了 不报了 不写了 不填了 不说了 不办了 不搞了 退出 放弃",
        ("cancel", "cancel it", "never mind", "nevermind", "forget it", "quit", "exit"),
    ),
    "talk_to_human": (
        "找人 帮我找人 找人帮 找人帮忙 找人帮我 找个人 找个人帮我 我要找人 人工 转人工 找人工 人工服务 找真人 叫人来",
        ("human", "a human please", "i need a person", "talk to a person"),
    ),
    "help": ("帮助 怎么用 不会用 我不会用 不会弄 我不会弄", ("help",)),
}
WAYS_OUT: Final = {words: way for way, (chinese, english) in _WAYS.items() for words in (*chinese.split(), *english)}
"""Words that lead out of whatever is being asked, as intents; nobody answers anything by them."""
_AROUND: Final = " 。，！、.,!~～啊呀吧呢了"


_BARE: Final = {words.strip(_AROUND): way for words, way in WAYS_OUT.items()}


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no; None where it says something else."""
    said = text.strip().lower()
    for form in (said, said.strip(_AROUND)):
        if form in YES:
            return True
        if form in NO:
            return False
    return None


def way_out(text: str) -> str | None:
    """The intent, where somebody says no more than that they want out of it, or a person, or to be helped."""
    return _BARE.get(text.strip().lower().strip(_AROUND))
