"""Why something about an announcement cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.announcements import model
from bot.kit.home import ANNOUNCE, Announce
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words


def no_announcement(say: Words, _: model.NoAnnouncement) -> Screen:
    return screen(say, say("That announcement is not for you, or not of this community."), back=GoHome())


def no_draft(say: Words, _: model.NoAnnouncementDraft) -> Screen:
    return screen(say, say("This was sent or dropped before."), _again(say), back=GoHome())


def text_unfit(say: Words, refusal: model.TextUnfit) -> Screen:
    text = say("It takes 1 to {most} characters. Please write it once more.", most=refusal.most)
    return screen(say, text, back=GoHome())


def nobody_there(say: Words, _: model.NobodyThere) -> Screen:
    text = say("Nobody there can be reached on Telegram yet. Please choose others.")
    return screen(say, text, _again(say), back=GoHome())


def moment_unfit(say: Words, _: model.MomentUnfit) -> Screen:
    text = say("Please write a day and an hour within the next 90 days, for example: tomorrow 3 pm.")
    return screen(say, text, back=GoHome())


def not_in_group(say: Words, _: model.NotInGroup) -> Screen:
    text = say("I am in no group of the community. Please take me into it first, or choose others.")
    return screen(say, text, _again(say), back=GoHome())


def _again(say: Words) -> Choice:
    return Choice(say.plain(ANNOUNCE), Announce())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    model.NoAnnouncement: no_announcement,
    model.NoAnnouncementDraft: no_draft,
    model.TextUnfit: text_unfit,
    model.NobodyThere: nobody_there,
    model.MomentUnfit: moment_unfit,
    model.NotInGroup: not_in_group,
}
