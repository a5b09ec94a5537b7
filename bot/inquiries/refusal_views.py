"""Why something about an inquiry was not done."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.inquiries import taps
from bot.inquiries.model import (
    About,
    InquiryClosed,
    NoInquiry,
    NoInquiryDraft,
    NoInquiryWords,
    NoMatter,
    NotAnswered,
    NotWaiting,
    OwnMatter,
)
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later

NONE = {
    About.CONCERN: later("There is no concern with this number."),
    About.ITEM: later("There is no agenda item with this number."),
    About.ENTRY: later("There is no entry of points with this number."),
    About.FREE: later("There is nothing with this number."),
}


def own_matter(say: Words, _: OwnMatter) -> Screen:
    text = say("You had a hand in this yourself. Please let another supervisor do it.")
    return screen(say, text, _all(say), back=GoHome())


def no_inquiry(say: Words, _: NoInquiry) -> Screen:
    return screen(say, say("There is no such inquiry here."), _all(say), back=GoHome())


def no_draft(say: Words, _: NoInquiryDraft) -> Screen:
    return screen(say, say("Nothing is being written any more."), _all(say), back=GoHome())


def no_matter(say: Words, refusal: NoMatter) -> Screen:
    return screen(say, say(NONE[refusal.about]), back=GoHome())


def no_words(say: Words, refusal: NoInquiryWords) -> Screen:
    return screen(say, say("That has to be 1 to {most} characters. Please write it shorter.", most=refusal.most))


def not_waiting(say: Words, refusal: NotWaiting) -> Screen:
    return screen(say, say("Inquiry #{number} has an answer already.", number=refusal.number), _all(say), back=GoHome())


def not_answered(say: Words, refusal: NotAnswered) -> Screen:
    text = say("Inquiry #{number} still waits for an answer.", number=refusal.number)
    return screen(say, text, _all(say), back=GoHome())


def closed(say: Words, refusal: InquiryClosed) -> Screen:
    return screen(say, say("Inquiry #{number} is settled already.", number=refusal.number), _all(say), back=GoHome())


def _all(say: Words) -> Choice:
    return Choice(say.plain("See all inquiries"), taps.SeeInquiries())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    OwnMatter: own_matter,
    NoInquiry: no_inquiry,
    NoInquiryDraft: no_draft,
    NoMatter: no_matter,
    NoInquiryWords: no_words,
    NotWaiting: not_waiting,
    NotAnswered: not_answered,
    InquiryClosed: closed,
}
