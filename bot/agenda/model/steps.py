"""提议 → 商议 → 审议 → 决议 → 公示: one table says what each step allows and what must be before the next.

Collecting supporters comes before the five, carrying out and evaluating after them (governance model, 2.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.config import AgendaRules


class Step(StrEnum):
    COLLECTING = "collecting"
    """Too few households support it."""
    PROPOSED = "proposed"
    DELIBERATING = "deliberating"
    REVIEWING = "reviewing"
    RESOLVING = "resolving"
    PUBLISHED = "published"
    CARRIED_OUT = "carried_out"
    """Adopted and being done; it is not over until it is evaluated."""
    DONE = "done"
    DROPPED = "dropped"
    JOINED = "joined"
    """Goes on with another item."""


class Contribution(StrEnum):
    """What people may add to an item."""

    SUPPORT = "support"
    POINT = "point"
    """Pro, con or a question, from anyone on the roll."""
    ADVICE = "advice"
    """From a guide: always marked as 建议."""
    WORDING = "wording"
    VOTE = "vote"
    OBJECTION = "objection"
    EVALUATION = "evaluation"


class Need(StrEnum):
    """What must be there before an item leaves its step."""

    SUPPORTERS = "supporters"
    SCOPE = "scope"
    WORDING = "wording"
    """Frozen, with its hash."""
    NOTICE = "notice"
    """The group had this wording long enough before the sitting."""
    OUTCOME = "outcome"
    OBJECTIONS_ANSWERED = "objections_answered"
    EVALUATION = "evaluation"


class Mover(StrEnum):
    """Who moves an item on."""

    ITSELF = "itself"
    """As soon as what it needs is there."""
    MODERATOR = "moderator"
    CHAIR = "chair"
    """Of a sitting, at the sitting."""


@dataclass(frozen=True)
class Stage:
    """One line of the table."""

    allows: frozenset[Contribution]
    mover: Mover | None = None
    leads_to: Step | None = None
    least_days: str = ""
    """Which of `AgendaRules` says how many days it lasts at least; empty for none."""
    needs: frozenset[Need] = frozenset()


SUPPORT, POINT, ADVICE = Contribution.SUPPORT, Contribution.POINT, Contribution.ADVICE
STEPS: Mapping[Step, Stage] = {
    Step.COLLECTING: Stage(frozenset({SUPPORT}), Mover.ITSELF, Step.PROPOSED, needs=frozenset({Need.SUPPORTERS})),
    Step.PROPOSED: Stage(frozenset({SUPPORT}), Mover.MODERATOR, Step.DELIBERATING, needs=frozenset({Need.SCOPE})),
    Step.DELIBERATING: Stage(frozenset({SUPPORT, POINT, ADVICE}), Mover.MODERATOR, Step.REVIEWING, "deliberation_days"),
    Step.REVIEWING: Stage(
        frozenset({ADVICE, Contribution.WORDING}),
        Mover.CHAIR,
        Step.RESOLVING,
        needs=frozenset({Need.WORDING, Need.NOTICE}),
    ),
    Step.RESOLVING: Stage(frozenset({Contribution.VOTE}), Mover.CHAIR, Step.PUBLISHED, needs=frozenset({Need.OUTCOME})),
    Step.PUBLISHED: Stage(
        frozenset({Contribution.OBJECTION}),
        Mover.MODERATOR,
        Step.CARRIED_OUT,
        "objection_days",
        frozenset({Need.OBJECTIONS_ANSWERED}),
    ),
    Step.CARRIED_OUT: Stage(
        frozenset({Contribution.EVALUATION}), Mover.MODERATOR, Step.DONE, needs=frozenset({Need.EVALUATION})
    ),
    Step.DONE: Stage(frozenset()),
    Step.DROPPED: Stage(frozenset()),
    Step.JOINED: Stage(frozenset()),
}
"""Step → what it allows, who moves it on and where to, how long it lasts at least, what must be there before.

A rejected motion goes from 公示 to its end: there is nothing to carry out.
"""
FIVE = (Step.PROPOSED, Step.DELIBERATING, Step.REVIEWING, Step.RESOLVING, Step.PUBLISHED)
"""①②③④⑤"""
OVER = frozenset(step for step, stage in STEPS.items() if stage.leads_to is None)
DROPPABLE = frozenset({Step.COLLECTING, Step.PROPOSED, Step.DELIBERATING, Step.REVIEWING})
"""Before anything is resolved an item may be withdrawn, not taken up, or joined to another."""


def least_days(step: Step, rules: AgendaRules) -> int:
    """How many days the step lasts at least."""
    name = STEPS[step].least_days
    return int(getattr(rules, name)) if name else 0
