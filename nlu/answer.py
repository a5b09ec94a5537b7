"""Whether somebody says yes or no to a question that had buttons: 对 is said more easily than tapped."""

from typing import Final

YES: Final = frozenset(
    ("对", "对的", "是", "是的", "好", "好的", "行", "可以", "没错", "嗯", "嗯嗯", "要", "yes", "ok", "right")
)
NO: Final = frozenset(("不对", "不是", "错了", "不", "不行", "不用", "不要", "no", "wrong"))
_AROUND: Final = " 。，！、.,!~～啊呀吧呢了"


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no; None where it says something else."""
    said = text.strip().lower()
    for form in (said, said.strip(_AROUND)):
        if form in YES:
            return True
        if form in NO:
            return False
    return None
