"""What can be chosen from: each option is a line of the motion's words, previewed and hashed with them."""

import re

from bot.agenda.model.refusals import OptionsUnclear

LINE = re.compile(r"^\s*(?:方案|option)\s*[0-9一二三四五六七八九十]{0,2}\s*[:：](.*)$", re.IGNORECASE | re.MULTILINE)
LONGEST, TOLD_APART, FEWEST, MOST = 100, 29, 2, 19
"""Characters of an option, and of those that stand on its button; how many there may be, 都不同意 not among them."""
NO_OPTIONS = {"弃权", "都不同意", "abstain", "yes", "no"}
"""Stand on each ballot anyway, or are how a ballot is kept."""


def options_of(words: str) -> tuple[str, ...]:
    """方案：太阳能灯 → 太阳能灯. Nothing, where people say yes or no to the motion as it stands."""
    return tuple(" ".join(line.split()) for line in LINE.findall(words))


def check_options(words: str) -> None:
    """Raises `OptionsUnclear` for options that nobody could tell apart, or read on one line."""
    options = options_of(words)
    if not options:
        return
    apart = {option[:TOLD_APART].casefold() for option in options}
    readable = all(0 < len(one) <= LONGEST and any(map(str.isalnum, one)) and one.isprintable() for one in options)
    if not FEWEST <= len(options) <= MOST or len(apart) < len(options) or apart & NO_OPTIONS or not readable:
        raise OptionsUnclear
