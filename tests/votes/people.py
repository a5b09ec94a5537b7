"""Neighbours who vote, and what those hear who may not."""

import pytest

from bot.kit.people import Reader
from bot.votes.model.refusals import NotEntitled, WhyNot
from bot.votes.model.rule import YES
from bot.votes.model.vote import Vote
from tests.votes.hall import SUNSHINE, Hall

WANG = Reader(5000001, "王秀英", community=SUNSHINE, known=True)
CHEN = Reader(5000002, "陈建国", community=SUNSHINE, known=True)


async def refused(hall: Hall, who: Reader, vote: Vote) -> WhyNot:
    with pytest.raises(NotEntitled) as refusal:
        await hall.casts(who, vote, YES)
    return refusal.value.why
