"""What those read whom an inquiry concerns."""

from bot.inquiries import taps
from bot.inquiries.model import Inquiry
from bot.inquiries.views import matter, see
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words


def asked(say: Words, inquiry: Inquiry) -> Screen:
    """To those who may answer."""
    text = say("A supervisor asks about {matter}: inquiry #{number}. Please answer by {by}.",
               matter=matter(say, inquiry), number=inquiry.number, by=say.time(inquiry.due_at))  # fmt: skip
    return screen(say, text, see(say, inquiry), _answer(say, inquiry))


def reminder(say: Words, inquiry: Inquiry) -> Screen:
    text = say("Inquiry #{number} still waits for an answer, which is due by {by}.", number=inquiry.number,
               by=say.time(inquiry.due_at))  # fmt: skip
    return screen(say, text, see(say, inquiry), _answer(say, inquiry))


def late(say: Words, inquiry: Inquiry) -> Screen:
    """To supervisors, the contact at the sub-district office, and moderators."""
    text = say("Inquiry #{number} about {matter} has no answer. It was due by {by}.", number=inquiry.number,
               matter=matter(say, inquiry), by=say.time(inquiry.due_at))  # fmt: skip
    return screen(say, text, see(say, inquiry))


def late_in_group(say: Words, inquiry: Inquiry, link: str) -> Screen:
    """The same to the moderators' group; `link` is the bot's https address."""
    way = Choice(say.plain("See the inquiry"), None, f"{link}?start=inquiry-{inquiry.id}")
    return Screen(late(say, inquiry).text, ((way,),))


def answer_came(say: Words, inquiry: Inquiry) -> Screen:
    """To the supervisors."""
    text = say("Inquiry #{number} has an answer. Will it do?", number=inquiry.number)
    return screen(say, text, see(say, inquiry))


def it_will_do(say: Words, inquiry: Inquiry) -> Screen:
    """To those who answered."""
    text = say("The supervisor is satisfied with the answer to inquiry #{number}.", number=inquiry.number)
    return screen(say, text, see(say, inquiry))


def _answer(say: Words, inquiry: Inquiry) -> Choice:
    return Choice(say.plain("Answer it"), taps.AnswerInquiry(inquiry=inquiry.id))
