"""The home screen: four big keys that stay where the keyboard is, and a person to ask."""

from bot.kit.screens import FIND_HELP, Screen
from bot.kit.words import Words, later

REPORT = later("Report a problem")
VOTE = later("Vote")
PREVIEW = later("See the agenda")
POINTS = later("My points")
MY_CONCERNS = later("My concerns")
HOW_TO = later("How it works")
DOORS = (REPORT, VOTE, PREVIEW, POINTS)


def home(say: Words, greeting: str) -> Screen:
    """`greeting` is HTML. In 长辈版 one key a row and nothing but the four doors and a person to ask."""
    doors = [say.plain(door) for door in DOORS]
    help_key = say.plain(FIND_HELP)
    if say.elder:
        return Screen(greeting, keys=tuple((key,) for key in (*doors, help_key)))
    more = (say.plain(MY_CONCERNS), say.plain(HOW_TO))
    return Screen(greeting, keys=((doors[0], doors[1]), (doors[2], doors[3]), more, (help_key,)))
