"""The life of a concern, as tables: its states, what is due in each, and who moves it where.

事事有回应, 件件有着落: no open state is without something that is due (`DUE`). What residents read of each state
is `STATES` in bot/concerns/views.py.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.roles.model import Act


class State(StrEnum):
    RECEIVED = "received"
    CLAIMED = "claimed"
    """Somebody sees to it; nobody has answered yet."""
    ACKNOWLEDGED = "acknowledged"
    """A person has answered."""
    SIMPLE = "simple"
    """To be solved today."""
    PLANNED = "planned"
    """It is said who does what by when."""
    FORWARDED = "forwarded"
    """With somebody outside; it is said when we ask there."""
    PAUSED = "paused"
    """The clock stands still for a reason that the resident has read."""
    DONE = "done"
    """Its staff says so; the resident has the last word."""
    EXPLAINED = "explained"
    """It cannot be done, because …; the resident has the last word."""
    REOPENED = "reopened"
    """The resident says that it is not solved."""
    CONFIRMED = "confirmed"
    """The resident says that it is solved."""
    ACCEPTED = "accepted"
    """The resident accepts that it cannot be done."""
    UNCONTRADICTED = "uncontradicted"
    """The resident has not said anything for a while."""
    DUPLICATE = "duplicate"
    """It goes on as another concern."""
    WITHDRAWN = "withdrawn"


class Due(StrEnum):
    """What a clock runs for."""

    FIRST_RESPONSE = "first_response"
    """A person's words; the automatic receipt is none."""
    PLAN = "plan"
    SAME_DAY = "same_day"
    PROMISE = "promise"
    """The date that a plan has named, or on which we ask those to whom it was forwarded."""
    PAUSE = "pause"
    LAST_WORD = "last_word"
    FOLLOW_UP = "follow_up"
    """The question, weeks later, whether it is still fine."""


class Deed(StrEnum):
    """What moves a concern on."""

    CLAIM = "claim"
    HAND_OVER = "hand_over"
    ANSWER = "answer"
    CALL_SIMPLE = "call_simple"
    PLAN = "plan"
    FORWARD = "forward"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    EXPLAIN = "explain"
    JOIN = "join"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    REMIND = "remind"
    ESCALATE = "escalate"
    LAPSE = "lapse"


class Entry(StrEnum):
    """What the history says beside the deeds that move a concern."""

    RAISED = "raise"
    CONSENT = "consent"
    """Told on somebody's behalf, who has agreed to it."""
    OFFICIAL = "official"
    """The sub-district office has replied, in these words; the concern stands as before."""
    AGENDA = "agenda"
    """It goes on as an agenda item too; the words are its number."""


class By(StrEnum):
    """Who does what no role is needed for."""

    AUTHOR = "author"
    TIME = "time"


DUE: Mapping[State, Due | None] = {
    State.RECEIVED: Due.FIRST_RESPONSE,
    State.CLAIMED: Due.FIRST_RESPONSE,
    State.REOPENED: Due.FIRST_RESPONSE,
    State.ACKNOWLEDGED: Due.PLAN,
    State.SIMPLE: Due.SAME_DAY,
    State.PLANNED: Due.PROMISE,
    State.FORWARDED: Due.PROMISE,
    State.PAUSED: Due.PAUSE,
    State.DONE: Due.LAST_WORD,
    State.EXPLAINED: Due.LAST_WORD,
    State.CONFIRMED: Due.FOLLOW_UP,
    State.UNCONTRADICTED: Due.FOLLOW_UP,
    State.ACCEPTED: None,
    State.DUPLICATE: None,
    State.WITHDRAWN: None,
}
"""State → what is due in it."""

CLOSED = frozenset({State.CONFIRMED, State.ACCEPTED, State.UNCONTRADICTED, State.DUPLICATE, State.WITHDRAWN})
NEVER_PROPOSED = frozenset({State.DUPLICATE, State.WITHDRAWN})
"""No agenda item comes of what goes on elsewhere, or was taken back."""
SILENT = (State.RECEIVED, State.CLAIMED, State.REOPENED)
"""Nobody has answered."""
AT_WORK = (State.ACKNOWLEDGED, State.SIMPLE, State.PLANNED, State.FORWARDED)
"""Somebody has, and is expected to do more."""
BEFORE_DONE = (*SILENT, *AT_WORK, State.PAUSED)
ANSWERED = (State.DONE, State.EXPLAINED)
"""The resident has the last word."""
ENDED_WELL = (State.CONFIRMED, State.ACCEPTED, State.UNCONTRADICTED)

MOVES: Mapping[Deed, Mapping[State, State]] = {
    Deed.CLAIM: dict.fromkeys(SILENT, State.CLAIMED) | {state: state for state in (*AT_WORK, State.PAUSED)},
    Deed.HAND_OVER: dict.fromkeys(SILENT, State.CLAIMED) | {state: state for state in (*AT_WORK, State.PAUSED)},
    Deed.ANSWER: dict.fromkeys(SILENT, State.ACKNOWLEDGED)
    | {state: state for state in (*AT_WORK, State.PAUSED, *ANSWERED)},
    Deed.CALL_SIMPLE: dict.fromkeys((*AT_WORK, State.PAUSED), State.SIMPLE),
    Deed.PLAN: dict.fromkeys(BEFORE_DONE, State.PLANNED),
    Deed.FORWARD: dict.fromkeys(BEFORE_DONE, State.FORWARDED),
    Deed.PAUSE: dict.fromkeys((*SILENT, *AT_WORK), State.PAUSED),
    Deed.RESUME: {State.PAUSED: State.ACKNOWLEDGED},
    Deed.FINISH: dict.fromkeys((*BEFORE_DONE, State.EXPLAINED), State.DONE),
    Deed.EXPLAIN: dict.fromkeys((*BEFORE_DONE, State.DONE), State.EXPLAINED),
    Deed.JOIN: dict.fromkeys(BEFORE_DONE, State.DUPLICATE),
    Deed.CONFIRM: dict.fromkeys((State.CLAIMED, State.REOPENED, *AT_WORK, State.PAUSED, State.DONE), State.CONFIRMED)
    | {State.EXPLAINED: State.ACCEPTED, State.UNCONTRADICTED: State.CONFIRMED},
    Deed.REOPEN: dict.fromkeys((*ANSWERED, *ENDED_WELL), State.REOPENED),
    Deed.WITHDRAW: dict.fromkeys((*BEFORE_DONE, *ANSWERED), State.WITHDRAWN),
    Deed.REMIND: {state: state for state in (*SILENT, *AT_WORK, *ANSWERED)},
    Deed.ESCALATE: {state: state for state in (*SILENT, *AT_WORK)},
    Deed.LAPSE: dict.fromkeys(ANSWERED, State.UNCONTRADICTED),
}
"""Deed → state it is done in → state it leads to. What is not here is refused."""

MAY_DO: Mapping[Deed, Act | By] = {
    Deed.CLAIM: Act.CLAIM_CONCERN,
    Deed.HAND_OVER: Act.HAND_OVER_CONCERN,
    Deed.ANSWER: Act.ANSWER_CONCERN,
    Deed.CALL_SIMPLE: Act.ANSWER_CONCERN,
    Deed.PLAN: Act.ANSWER_CONCERN,
    Deed.FORWARD: Act.ANSWER_CONCERN,
    Deed.PAUSE: Act.ANSWER_CONCERN,
    Deed.RESUME: Act.ANSWER_CONCERN,
    Deed.FINISH: Act.ANSWER_CONCERN,
    Deed.EXPLAIN: Act.ANSWER_CONCERN,
    Deed.JOIN: Act.ANSWER_CONCERN,
    Deed.CONFIRM: By.AUTHOR,
    Deed.REOPEN: By.AUTHOR,
    Deed.WITHDRAW: By.AUTHOR,
    Deed.REMIND: By.TIME,
    Deed.ESCALATE: By.TIME,
    Deed.LAPSE: By.TIME,
}
"""Deed → the act of the roles table that allows it, or who does it."""

NEED_WORDS = frozenset({Deed.ANSWER, Deed.PLAN, Deed.FORWARD, Deed.PAUSE, Deed.FINISH, Deed.EXPLAIN})
"""The resident reads them: they are a person's answer."""
NEED_DAY = frozenset({Deed.PLAN, Deed.FORWARD, Deed.PAUSE})
"""And by when."""
