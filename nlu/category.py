"""What a concern is about, by the words it uses."""

import re
from typing import Final

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "illegal_build": ("违建", "私搭", "乱搭", "加盖", "illegal build"),
    "lift": ("电梯", "升降机", "elevator", "lift"),
    "lighting": ("路灯", "楼道灯", "灯不亮", "灯坏", "声控灯", "照明", "没有灯", "light", "lamp"),
    "parking": ("停车", "车位", "占位", "乱停", "充电桩", "电动车", "parking", "parked"),
    "waste": ("垃圾", "分类桶", "厨余", "臭味", "废品", "garbage", "rubbish", "trash", "waste"),
    "pets": ("遛狗", "狗", "宠物", "猫", "牵绳", "dog", "cat", "pet"),
    "noise": ("噪音", "吵", "太响", "扰民", "装修声", "广场舞", "noise", "noisy", "loud"),
    "greening": ("绿化", "树", "草坪", "花坛", "修剪", "tree", "lawn", "garden"),
    "utility": (
        "停水",
        "停电",
        "漏水",
        "水管",
        "燃气",
        "暖气",
        "下水道",
        "堵了",
        "网络",
        "leak",
        "water",
        "power cut",
        "gas",
    ),
    "safety": ("消防", "安全", "监控", "门禁", "小偷", "高空抛物", "着火", "fire", "safety", "theft"),
    "road": ("路面", "坑", "井盖", "台阶", "人行道", "pothole", "pavement", "manhole"),
    "traffic": ("红绿灯", "堵车", "超速", "公交", "traffic"),
    "stall": ("摆摊", "摊位", "小贩", "占道", "stall", "vendor"),
    "pollution": ("油烟", "污染", "扬尘", "烧烤", "smoke", "pollution"),
    "housing": ("外墙", "屋顶", "墙皮", "渗水", "楼顶", "roof", "wall"),
    "property": ("物业", "保安", "保洁", "物业费", "property management"),
}
"""Category → words that speak for it; where two fit, the one named first in the text wins."""

CATEGORIES: Final = (
    "lighting", "waste", "parking", "noise", "lift", "utility", "pets", "property", "greening",
    "safety", "road", "illegal_build", "housing", "traffic", "pollution", "stall", "other",
)  # fmt: skip
"""All categories, the most frequent first."""


def guess_category(text: str) -> str | None:
    """The category whose word comes first in `text`; None where no word speaks."""
    found = [
        (at, -len(word), name) for name, words in WORDS.items() for word in words if (at := _find(word, text)) >= 0
    ]
    return min(found)[2] if found else None


def _find(word: str, text: str) -> int:
    """Where `word` is in `text`, -1 if nowhere; an English one as a word of its own."""
    if not word.isascii():
        return text.find(word)
    found = re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE | re.ASCII)  # Chinese around it ends a word
    return found.start() if found else -1
