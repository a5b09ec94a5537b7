"""The words for those who have not taken part yet. Whatever they choose is welcome, and so is nothing."""

from bot.booth import taps
from bot.booth.part_views import title
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words
from bot.votes.model.rule import Electorate
from bot.votes.model.vote import Vote


def reminder(say: Words, vote: Vote) -> Screen:
    values = {"vote": title(say, vote), "when": say.time(vote.ends_at)}
    if vote.rule.electorate is Electorate.HOUSEHOLDS:
        text = say("{vote}\nOpen until {when}. Your household has not voted yet.", **values)
    else:
        text = say("{vote}\nOpen until {when}. You have not voted yet.", **values)
    return screen(say, text, Choice(say.plain("See it and vote"), taps.SeeVote(vote=vote.id)))
