"""What the whole group reads of an outcome: figures, nobody's name."""

from bot.booth.part_views import rule_of, title
from bot.kit.screens import Choice, Screen
from bot.kit.words import Words, later
from bot.outcomes.model.statement import Statement
from bot.outcomes.part_views import figures, headline, stage
from bot.outcomes.why_views import DIGEST

ROOM = 700
"""Characters of the motion that stand in the post; all of it stands on the vote's card."""


def result(say: Words, statement: Statement, link: str) -> Screen:
    """The post; it always shows how things are. `link` is the bot's https address."""
    text = [
        say("<b>Result of {vote}</b>", vote=title(say, statement.vote)),
        say("<b>{outcome}</b>", outcome=headline(say, statement)),
        *map(say.quote, figures(say, statement)),
        say.quote(rule_of(say, statement.vote.rule)),
        say.quote(stage(say, statement)),
        say("Check code of the record: {digest}", digest=statement.digest[:DIGEST]),
    ]
    return Screen("\n".join(text), _buttons(say, statement, link))


def _buttons(say: Words, statement: Statement, link: str) -> tuple[tuple[Choice, ...], ...]:
    number = statement.vote.number
    why = Choice(say.plain("Why so"), url=f"{link}?start=why-{number}")
    more = Choice(say.plain("Object, or look closer"), url=f"{link}?start=outcome-{number}")
    receipt = Choice(say.plain("Find my receipt"), url=f"{link}?start=receipt-{number}")
    return ((why, more), (receipt,)) if statement.has_receipts else ((why, more),)


def caption(say: Words, statement: Statement) -> str:
    """Plain, under the picture."""
    return say.plain("{vote}: {outcome}", vote=title(say, statement.vote), outcome=headline(say, statement))


def record_caption(say: Words, statement: Statement) -> str:
    """Plain, under the file."""
    return say.plain(
        "The record of vote {number}: all ballots by receipt, for anybody to count once more. Check code: {digest}",
        number=statement.vote.number, digest=statement.digest[:DIGEST],
    )  # fmt: skip


def became_final(say: Words, statement: Statement) -> Screen:
    """Told once, when the days for objections are over."""
    head = later("<b>{vote}</b> stands.") if statement.resolution is None else later("<b>{vote}</b> is a resolution.")
    return Screen("\n".join((say(head, vote=title(say, statement.vote)), say.quote(stage(say, statement)))))


def set_aside(say: Words, statement: Statement) -> Screen:
    """Told once, when an objection was upheld."""
    return Screen("\n".join((say("<b>{vote}</b>", vote=title(say, statement.vote)), say.quote(stage(say, statement)))))
