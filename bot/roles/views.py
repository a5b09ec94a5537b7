"""How roles speak."""

from bot.kit.screens import Screen, screen
from bot.kit.words import Words
from bot.roles.model import NotAllowed


def not_allowed(say: Words, _: NotAllowed) -> Screen:
    return screen(say, say("This is for moderators and building liaisons. If you need it done, ask a person."))
