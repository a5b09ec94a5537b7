"""The life of a concern: its states, and what moves it from one to the next."""

from enum import StrEnum


class State(StrEnum):
    RECEIVED = "received"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    REOPENED = "reopened"
    CONFIRMED = "confirmed"
    """The resident said that it is solved: the end."""


class Deed(StrEnum):
    """What moves a concern on."""

    CLAIM = "claim"
    HAND_OVER = "hand_over"
    ANSWER = "answer"
    CONFIRM = "confirm"
    REOPEN = "reopen"


MOVES: dict[Deed, dict[State, State]] = {
    Deed.CLAIM: {State.RECEIVED: State.CLAIMED, State.REOPENED: State.CLAIMED},
    Deed.HAND_OVER: dict.fromkeys((State.RECEIVED, State.CLAIMED, State.REOPENED), State.CLAIMED),
    Deed.ANSWER: dict.fromkeys((State.RECEIVED, State.CLAIMED, State.REOPENED, State.ANSWERED), State.ANSWERED),
    Deed.CONFIRM: dict.fromkeys((State.ANSWERED, State.CLAIMED, State.REOPENED), State.CONFIRMED),
    Deed.REOPEN: {State.ANSWERED: State.REOPENED, State.CONFIRMED: State.REOPENED},
}
"""Deed → state it is done in → state it leads to. What is not here is refused."""
