"""Why a setting cannot be changed so."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.home import SETTINGS, SeeSettings
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words
from bot.settings import model
from bot.settings.views import WHEN, right


def no_setting(say: Words, _: model.NoSetting) -> Screen:
    return screen(say, say("There is no such setting here any more."), _all(say), back=GoHome())


def only_in_file(say: Words, refusal: model.OnlyInFile) -> Screen:
    return screen(say, say(WHEN[refusal.begins]), _all(say), back=GoHome())


def value_unfit(say: Words, refusal: model.ValueUnfit) -> Screen:
    text = say("That does not fit. Right is {right}. Please write it once more.", right=right(say, refusal.name))
    return screen(say, text, _all(say), back=GoHome())


def same_value(say: Words, _: model.SameValue) -> Screen:
    return screen(say, say("It is so already. Please write another value."), _all(say), back=GoHome())


def reason_missing(say: Words, refusal: model.ReasonMissing) -> Screen:
    text = say("Please write the reason in 1 to {most} characters.", most=refusal.most)
    return screen(say, text, _all(say), back=GoHome())


def no_draft(say: Words, _: model.NoSettingDraft) -> Screen:
    text = say("This was changed or dropped before. Please look how it stands.")
    return screen(say, text, _all(say), back=GoHome())


def _all(say: Words) -> Choice:
    return Choice(say.plain(SETTINGS), SeeSettings())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    model.NoSetting: no_setting,
    model.OnlyInFile: only_in_file,
    model.ValueUnfit: value_unfit,
    model.SameValue: same_value,
    model.ReasonMissing: reason_missing,
    model.NoSettingDraft: no_draft,
}
