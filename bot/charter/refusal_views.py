"""Why something is not done with the charter, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.charter import model
from bot.kit.home import CHARTER, SeeCharter
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, shorten

SHOWN = 20
"""Characters of a line that is read back."""


def unclear(say: Words, refusal: model.AmendmentUnclear) -> Screen:
    shown = shorten(refusal.line, SHOWN)
    if say.elder:
        return screen(
            say, say("I do not understand “{line}”. For example: Charter: weekday becomes thursday", line=shown)
        )
    names = say.plain(", ").join(_called(say, rule) for rule in model.Rule)
    text = say("I do not understand “{line}”. Please write “Charter: weekday becomes thursday”, for example. It can be"
               " said of: {names}.", line=shown, names=names)  # fmt: skip
    return screen(say, text)


def _called(say: Words, rule: model.Rule) -> str:
    return model.NAMES[rule][0 if say.language == "zh" else 1]


def shared(say: Words, _: model.SharedRules) -> Screen:
    text = say("Several communities share these numbers here. Whoever runs the bot has to separate them first.")
    return screen(say, text)


def no_charter(say: Words, _: model.NoCharter) -> Screen:
    return screen(say, say("There is no charter here yet."))


def binds(say: Words, refusal: model.CharterBinds) -> Screen:
    name = _called(say, refusal.rule)
    text = say("The charter (version {version}) settles this: {name}. Only an item marked as a change of the charter,"
               " and the vote on it, can change it.", version=refusal.version, name=name)  # fmt: skip
    if say.elder:
        text = say("The charter settles this: {name}. Only a vote changes it.", name=name)
    return screen(say, text, Choice(say.plain(CHARTER), SeeCharter()))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    model.AmendmentUnclear: unclear,
    model.SharedRules: shared,
    model.NoCharter: no_charter,
    model.CharterBinds: binds,
}
