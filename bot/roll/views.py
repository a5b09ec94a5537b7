"""How the roll looks: how many there are, what a file would change, whom it leaves out."""

from collections.abc import Sequence
from itertools import islice

from bot.kit.home import home
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, shorten
from bot.roll import taps
from bot.roll.model import Counts, RollSize
from bot.roll.plan import Offer

FEW = 5
"""So many names are listed; the others are counted."""
SHOWN = 20
"""Characters of a name in a list."""


def about(say: Words, size: RollSize) -> Screen:
    """What /roll shows."""
    text = say(
        "<b>The roll</b>\n"
        "{households} households, {people} people; {joined} have joined.\n\n"
        "To renew it, send me a file here (XLSX or CSV). I show first what would change, and change nothing until "
        "you say so.\n\n"
        "A file that is sent here passes over Telegram's servers abroad. If it should not, it can be brought in on "
        "the community's own machine.",
        households=size.households,
        people=size.people,
        joined=size.joined,
    )
    return screen(
        say,
        text,
        Choice(say.plain("Empty template"), taps.GiveTemplate()),
        Choice(say.plain("The roll as XLSX"), taps.GiveRoll(format=taps.Format.XLSX)),
        Choice(say.plain("The roll as CSV"), taps.GiveRoll(format=taps.Format.CSV)),
        columns=1,
        back=GoHome(),
    )


def received(say: Words) -> str:
    return say("The file has come. I am reading it.")


def comparing(say: Words, rows: int) -> str:
    return say("{rows} rows read. I am comparing them with the roll.", rows=rows)


def applying(say: Words) -> str:
    return say("I am bringing the roll in. This takes some seconds.")


def preview(say: Words, offer: Offer, unused: Sequence[str] = ()) -> Screen:
    """What the file would change, and who is not in it. Nothing has changed yet."""
    if offer.counts.nothing and not offer.unanswered:
        return nothing_new(say, offer.id)
    parts = [say("<b>What this file would change</b>"), _numbers(say, offer.counts)]
    if offer.changed_meanwhile:
        parts.insert(0, say("The roll has changed since you looked. This is how it is now:"))
    if offer.unanswered:
        parts.append(say("{people} people have joined and are not in the file. I ask about each of them first.",
                         people=len(offer.unanswered)))  # fmt: skip
    if offer.namesakes:
        parts.append(_namesakes(say, offer))
    if unused:
        columns = " · ".join(shorten(title, SHOWN) for title in unused[:FEW])
        parts.append(say("Nothing is kept of these columns: {columns}.", columns=columns))
    parts.append(say("Nothing has changed yet."))
    return screen(say, "\n\n".join(parts), *_next(say, offer), columns=1)


def question(say: Words, offer: Offer) -> Screen:
    """About one of those who have joined and are not in the file, by name."""
    one = offer.unanswered[0]
    text = say("{name}, {address}, has joined and is not in the file. Does {name} still live there?",
               name=one.name, address=one.door.address)  # fmt: skip
    choices = [
        Choice(say.plain("Still lives there"), taps.Answer(number=offer.id, resident=one.resident, moved=False)),
        Choice(say.plain("Has moved away"), taps.Answer(number=offer.id, resident=one.resident, moved=True)),
    ]
    if len(offer.unanswered) > 1:
        label = say.plain("All {people} still live there", people=len(offer.unanswered))
        choices.append(Choice(label, taps.AllStay(number=offer.id)))
    return screen(say, text, *choices, columns=1)


def applied(say: Words, offer: Offer) -> Screen:
    parts = [say("<b>The roll has been brought in</b>"), _numbers(say, offer.counts)]
    return screen(say, "\n\n".join(parts), Choice(say.plain("See the roll"), taps.SeeRoll()), back=GoHome())


def nothing_new(say: Words, number: int) -> Screen:
    text = say("The file says what the roll says. There is nothing to change.")
    return screen(say, text, Choice(say.plain("Put the file away"), taps.Drop(number=number)))


def dropped(say: Words) -> Screen:
    text = say("The file is forgotten. The roll is as it was.")
    return screen(say, text, Choice(say.plain("See the roll"), taps.SeeRoll()), back=GoHome())


def file_follows(say: Words) -> Screen:
    text = say("The file is coming. There are names in it: please keep it to yourself.")
    return screen(say, text, back=GoHome())


def template_follows(say: Words) -> Screen:
    text = say("The template is coming. One row a person; fill it in and send it to me here.")
    return screen(say, text, back=GoHome())


def not_now(say: Words) -> Screen:
    text = say("Telegram is not taking the file just now. Please try again in a minute.")
    return screen(say, text, Choice(say.plain("See the roll"), taps.SeeRoll()), back=GoHome())


def cannot_read(say: Words) -> Screen:
    """A file that is no roll."""
    return home(say, say("I can keep words, photos and voice messages; not this. What would you like to do?"))


def moved_away(say: Words, address: str) -> Screen:
    """To somebody who was said to have moved away."""
    text = say("The community says that you have moved away from {address}. If that is wrong, ask a person here.",
               address=address)  # fmt: skip
    return screen(say, text)


def _numbers(say: Words, counts: Counts) -> str:
    return say(
        "Households: {new_households} new, {changed_households} changed, {gone_households} gone\n"
        "People: {new_people} new, {changed_people} changed, {gone_people} gone",
        **{name: getattr(counts, name) for name in counts.__dataclass_fields__},
    )


def _namesakes(say: Words, offer: Offer) -> str:
    """Nothing but the name tells owners apart: nothing else may be kept."""
    first = shorten(next(iter(offer.namesakes)), SHOWN)
    lines = [
        say("{owners} owners have several units. Each is counted as one owner.", owners=len(offer.namesakes)),
        *(
            say("{owner}: {units} units", owner=shorten(owner, SHOWN), units=units)
            for owner, units in islice(offer.namesakes.items(), FEW)
        ),
        say("If two people only have the same name, write one of them as {example} and send it again.",
            example=f"{first}#2"),
    ]  # fmt: skip
    return "\n".join(lines)


def _next(say: Words, offer: Offer) -> list[Choice]:
    go_on = Choice(say.plain("Bring it in"), taps.Apply(number=offer.id))
    if offer.unanswered:
        go_on = Choice(say.plain("Answer first"), taps.AskNext(number=offer.id))
    return [go_on, Choice(say.plain("Do not bring it in"), taps.Drop(number=offer.id))]
