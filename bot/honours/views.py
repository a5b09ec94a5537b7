"""How badges, thanks, goals and certificates look."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.honours import taps
from bot.honours.model.badge import Badge, Mine
from bot.honours.model.certificate import Honour, Paper, Verified
from bot.honours.model.thanks import Doer, Goal, Thanks
from bot.kit.home import HONOURS, SeeHonours, SeePoints
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.points.model.ledger import Rule

TITLES: Mapping[Honour, str] = {
    Honour.PIONEER: later("pioneer of the community"),
    Honour.REGULAR: later("regular at the council"),
    Honour.SHARP_EYE: later("sharp eye"),
    Honour.VOLUNTEER: later("star volunteer"),
    Honour.SORTER: later("master of sorting"),
    Honour.LEARNER: later("young councillor"),
}
THANKED_FOR: Mapping[Honour, str] = {
    Honour.PIONEER: later("You did much for your neighbours this year, and they chose you for it."),
    Honour.REGULAR: later("You came to deliberate again and again, in good weather and bad."),
    Honour.SHARP_EYE: later("You saw what was wrong, said it, and it was put right."),
    Honour.VOLUNTEER: later("You gave your time so that others had it easier."),
    Honour.SORTER: later("You sorted your waste well, week after week."),
    Honour.LEARNER: later("You learned how neighbours deliberate, and did what you had learned."),
}
"""What stands on the certificate."""
DEEDS: Mapping[Rule, str] = {
    Rule.ATTENDING: later("deliberation days: {count}"),
    Rule.VOTING: later("council votes taken part in: {count}"),
    Rule.CONCERN: later("concerns solved: {count}"),
    Rule.VOLUNTEERING: later("times volunteered: {count}"),
    Rule.TASK: later("tasks done: {count}"),
    Rule.SORTING: later("waste well sorted: {count}"),
    Rule.QUEST: later("quests finished: {count}"),
    Rule.AWARD: later("thanks from moderators: {count}"),
}
NAME = 16
"""Characters of a name in the group's thanks."""
ROOM = 3000
"""Characters for names in one message; who does not fit is counted."""
COMMUNITY = 12


def title(say: Words, honour: Honour) -> str:
    return say.plain(TITLES[honour])


def my_honours(say: Words) -> Choice:
    return Choice(say.plain(HONOURS), SeeHonours())


def stand_nowhere(say: Words, *, out: bool = True) -> Choice:
    label = say.plain("Do not write my name") if out else say.plain("My name may be written")
    return Choice(label, taps.StandNowhere(out=out))


def mine(say: Words, own: Mine) -> Screen:
    """One's own badges, those that are near too, and where one stands."""
    held = [title(say, badge.honour) for badge in own.badges if badge.held]
    if own.pioneer:
        held.insert(0, title(say, Honour.PIONEER))
    joint = "、" if say.language == "zh" else ", "
    text = say("Your badges: {badges}.", badges=shorten(joint.join(held), 30 if say.elder else 200)) if held else (
        say("You have no badge yet. Whatever you do for your neighbours counts."))  # fmt: skip
    if not say.elder:
        text = "\n".join((text, *(_towards(say, badge) for badge in own.badges if not badge.held)))
    choices = [
        Choice(say.plain("What the buildings reach"), taps.SeeGoals()),
        Choice(title(say, Honour.PIONEER), taps.SeePioneers()),
        Choice(say.plain("Get a certificate"), taps.SeeCertificates()),
        stand_nowhere(say, out=not own.opted_out),
    ]
    return screen(say, text, *choices, back=SeePoints())


def _towards(say: Words, badge: Badge) -> str:
    return say("{badge}: {done} of {needed}", badge=title(say, badge.honour), done=badge.done, needed=badge.needed)


def opted(say: Words, out: bool) -> Screen:
    if out:
        text = say("Good. Your name stands in no list, and nobody can nominate you. Your badges stay yours.")
    else:
        text = say("Good. When you are thanked, your name may stand in the group.")
    return screen(say, text, stand_nowhere(say, out=not out), my_honours(say), back=GoHome())


def earned(say: Words, honour: Honour) -> Screen:
    """To whom a badge has become theirs."""
    text = say("A badge for you: {badge}. Thank you for all that you do.", badge=title(say, honour))
    return screen(say, text, Choice(say.plain("Get a certificate"), taps.SeeCertificates()), back=SeeHonours())


def thanked(say: Words, doer: Doer, month: date, at: datetime) -> Screen:
    """To somebody, a day before the group reads their name."""
    count = sum(doer.deeds.values())
    if say.elder:
        text = say("In {month} you did {count} things for your neighbours. Thank you.", month=say.month(month),
                   count=count)  # fmt: skip
    else:
        deeds = "\n".join(_deeds(say, doer.deeds))
        text = say("Thank you for what you did in {month}:\n{deeds}", month=say.month(month), deeds=deeds)
    if doer.opted_out:
        return screen(say, text, my_honours(say), back=GoHome())
    text = "\n".join((text, say("On {day} the group reads your name.", day=say.day(at))))
    return screen(say, text, stand_nowhere(say), my_honours(say), back=GoHome())


def thanks_in_group(say: Words, found: Thanks) -> Screen:
    """By building, nobody first and nobody last."""
    lines, room, left_out = [], ROOM, found.unnamed
    joint = "、" if say.language == "zh" else ", "
    for building, names in found.by_building.items():
        told = [shorten(name, NAME) for name in names]
        if len(joint.join(told)) > room:
            left_out += len(names)
            continue
        room -= len(joint.join(told))
        lines.append(say("Building {building}: {names}", building=building, names=joint.join(told)))
    if left_out:
        lines.append(say("And {count} more neighbours, thank you too.", count=left_out))
    heading = say("<b>Thank you for {month}</b>", month=say.month(found.month))
    door = Choice(say.plain(HONOURS), SeeHonours())
    return Screen("\n".join((heading, *_deeds(say, found.deeds), *lines)), ((door,),))


def _deeds(say: Words, deeds: Mapping[Rule, int]) -> Sequence[str]:
    return [say(DEEDS[rule], count=deeds[rule]) for rule in DEEDS if deeds.get(rule)]


def goals(say: Words, month: date, found: Sequence[Goal], home: int) -> Screen:
    """How many households took part; in 长辈版 of one's own building."""
    own = next((one for one in found if one.building == home), None)
    if say.elder or own is None:
        text = say("Nobody lives here yet.")
        if own is not None:
            text = say("Building {building} this month: {done} households took part, the goal is {wanted}.",
                       building=own.building, done=own.took_part, wanted=own.wanted)  # fmt: skip
        return screen(say, text, my_honours(say), back=SeeHonours())
    lines = [say("<b>What the buildings reach in {month}</b>", month=say.month(month))]
    lines += [_goal(say, one) for one in found]
    lines.append(say("A household counts once, whatever somebody of it did. Nobody is ranked."))
    return screen(say, "\n".join(lines), my_honours(say), back=SeeHonours())


def _goal(say: Words, one: Goal) -> str:
    values = {"building": one.building, "done": one.took_part, "wanted": one.wanted}
    if one.reached:
        return say("✓ Building {building}: {done} of {wanted} households", **values)
    return say("Building {building}: {done} of {wanted} households", **values)


def certificates(say: Words, own: Mine, year: int, page: int = 0) -> Screen:
    """Which may be had now."""
    choices = [
        Choice(
            say.plain("{honour}, {year}", honour=title(say, Honour.PIONEER), year=won),
            taps.GetCertificate(honour=Honour.PIONEER, year=won),
        )
        for won in own.pioneer
    ]
    choices += [
        Choice(title(say, badge.honour), taps.GetCertificate(honour=badge.honour, year=year))
        for badge in own.badges
        if badge.held
    ]
    if not choices:
        text = say("There is a certificate for each badge. You have none yet, and it will come.")
        return screen(say, text, back=SeeHonours())
    shown = page_of(say, choices, page, taps.SeeCertificates(page=page + 1))
    return screen(say, say("Which certificate would you like?"), *shown, columns=1, back=SeeHonours())


def paper(say: Words, found: Verified, link: str) -> Paper:
    """What is printed; `link` is the bot's https address."""
    one = found.certificate
    honour, year = title(say, one.honour), one.year
    last = say.plain("The neighbours of {community} thank the {honour} of {year}.", community=found.community,
                     honour=honour, year=year)  # fmt: skip
    return Paper(
        title=say.plain("Certificate of honour"),
        name=found.name or "",
        lines=(say.plain(THANKED_FOR[one.honour]), last),
        issuer=found.community,
        day=say.date(one.made_at),
        check=say.plain("To check it: scan, or write /verify {code}", code=one.code),
        link=f"{link}?start=verify-{one.code}",
    )


def handed_out(say: Words) -> Screen:
    text = say("Your certificate: a picture to show, and a file to print. Whoever scans it sees that it is real.")
    return screen(say, text, my_honours(say), back=GoHome())


def without_picture(say: Words) -> Screen:
    text = say("The picture cannot be drawn today. The file to print is there.")
    return screen(say, text, my_honours(say), back=GoHome())


def verified(say: Words, found: Verified) -> Screen:
    """To anybody who has the code."""
    one = found.certificate
    name = found.name or say.plain("a neighbour who wants to stand nowhere")
    text = say("This certificate is real: {name}, {honour}, {year}, {community}.", name=name,
               honour=title(say, one.honour), year=one.year,
               community=shorten(found.community, COMMUNITY) if say.elder else found.community)  # fmt: skip
    return screen(say, text, back=GoHome())


def how_to_verify(say: Words) -> Screen:
    return screen(say, say("Please write the ten digits on the certificate: /verify 1234567897"), back=GoHome())


def not_a_certificate(say: Words) -> Screen:
    text = say("No certificate has these digits. Please compare them with the paper once more.")
    return screen(say, text, back=GoHome())


def not_honoured(say: Words) -> Screen:
    text = say("There is no certificate for this yet. Would you like to see which there are?")
    return screen(say, text, Choice(say.plain("Get a certificate"), taps.SeeCertificates()), back=SeeHonours())
