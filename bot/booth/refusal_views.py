"""Why a ballot paper or a draft cannot be gone on with; what the votes themselves refuse is told by `bot.votes`."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.booth.model.marks import BadMarks
from bot.booth.model.offers import NothingChanged, NoVoteDraft
from bot.booth.part_views import title, until
from bot.booth.taps import SeeVote
from bot.kit.home import SeeVotes
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words
from bot.votes.model.vote import State


def bad_marks(say: Words, _: BadMarks) -> Screen:
    text = say("No ballot of this vote says that. Please open the vote once more.")
    return screen(say, text, Choice(say.plain("See the votes"), SeeVotes()))


def no_draft(say: Words, _: NoVoteDraft) -> Screen:
    return screen(say, say("This is done or was dropped. Please begin anew."))


def nothing_changed(say: Words, refusal: NothingChanged) -> Screen:
    vote = refusal.vote
    text = say.plain("This button is from earlier: nothing has changed.")
    lines = [text, title(say, vote), until(say, vote)]
    if say.elder:
        lines = [text, *([] if vote.state is State.ANNULLED else [until(say, vote)])]
    see = Choice(say.plain("See the vote"), SeeVote(vote=vote.id))
    return screen(say, say.quote("\n".join(lines)), see)


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    BadMarks: bad_marks,
    NothingChanged: nothing_changed,
    NoVoteDraft: no_draft,
}
