"""How one item of a preview is said: what it is, whose matter, how long, and whether it is voted."""

from collections.abc import Iterator

from bot.agenda.item_views import SCOPES
from bot.kit.words import Words, later, shorten, within
from bot.previews.model.notice import WhyTalkOnly
from bot.previews.model.program import Entry, Program

TITLE = 60
"""As Telegram counts them; twenty items and what is said of each fit into one message of the group."""
TITLE_ELDER = 14
"""Characters of what an item is about that fit on a screen in 长辈版."""
IN_TIME = later("the group did not have it {days} days before")
REASONS = {
    WhyTalkOnly.GONE: later("it is not on this agenda any more"),
    WhyTalkOnly.WRONG_STEP: later("it is still being talked over"),
    WhyTalkOnly.NO_WORDING: later("its wording is not ready"),
    WhyTalkOnly.SHORT: later("there are fewer than {days} days until then"),
    WhyTalkOnly.NOT_YET: IN_TIME,
    WhyTalkOnly.ADDED: later("it was added after the preview"),
    WhyTalkOnly.REWORDED: later("its wording was changed after the preview"),
    WhyTalkOnly.RESCOPED: later("whose matter it is was changed after the preview"),
    WhyTalkOnly.LATE: IN_TIME,
}


def lines(say: Words, program: Program, most: int) -> Iterator[str]:
    """The agenda, two lines an item; of a very long one the beginning."""
    for entry in program.entries[:most]:
        yield say("<b>{number}. {what}</b>", number=entry.number, what=within(shorten(entry.item.what, TITLE), TITLE))
        yield say.quote(details(say, entry))
    if len(program.entries) > most:
        yield say("… and {count} more.", count=len(program.entries) - most)
    if not program.entries:
        yield say("There are no items yet. Everybody can propose one.")


def details(say: Words, entry: Entry) -> str:
    """In plain text: whose matter · minutes · vote or talk."""
    told = [vote(say, entry)]
    if entry.item.minutes:
        told.insert(0, say.plain("{minutes} minutes", minutes=entry.item.minutes))
    if entry.item.scope is not None:
        told.insert(0, say.plain(SCOPES[entry.item.scope]))
    return " · ".join(told)


def vote(say: Words, entry: Entry) -> str:
    """In plain text."""
    if entry.why is None:
        return say.plain("vote")
    return say.plain("talk only: {why}", why=say.plain(REASONS[entry.why], days=entry.days))
