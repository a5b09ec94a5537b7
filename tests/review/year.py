"""Eleven months of a community, put into the books row by row: concerns, items, sittings, votes, points, good deeds.

Nothing of the bot writes it and nothing of the bot counts it: what happens is drawn by a seeded random.
"""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select, update

from storage.agenda_tables import items
from storage.agenda_tables import points as said
from storage.agenda_tables import supporters as backers
from storage.audit import audit_log
from storage.concern_tables import concern_history, concerns
from storage.floor_tables import check_ins, sessions, treated, turns
from storage.good_deeds import deeds
from storage.outcomes_tables import resolutions, statements
from storage.points_tables import accounts, entries
from storage.roll import communities, residents
from storage.sittings import sittings
from storage.supporters import concern_supporters
from storage.surveys import survey_counts
from storage.vote_tables import entries as roll
from storage.vote_tables import votes
from storage.wishes import wishes
from tests.review.pen import BEGINS, DAY, HOUR, Year

FIRST = 7_000_000
KINDS = ("parking", "lighting", "lift", "waste", "noise")
HOURS = (23, 23, 23, 0, 1, 2, 5, 7, 9, 11, 13, 15, 16, 19, 20)
"""Of the community's day: the night is the busiest."""
STATES = ("confirmed",) * 6 + ("uncontradicted",) * 2 + ("accepted", "withdrawn")


def live(connection: Connection, seed: int = 1, joined: int = 900) -> None:
    """From January to November 2026, in the first community."""
    chance = random.Random(seed)  # noqa: S311 - a story, no secret
    everybody = connection.execute(select(residents.c.id).filter_by(telegram_id=None)).scalars().all()
    for number in sorted(chance.sample(list(everybody), joined)):
        comes = {"telegram_id": FIRST + number, "joined_at": BEGINS}
        connection.execute(update(residents).filter_by(id=number).values(comes))
    connection.execute(update(communities).filter_by(id=1).values(founded_at=BEGINS))
    who = select(residents.c.id, residents.c.household_id, residents.c.telegram_id)
    people = connection.execute(who.where(residents.c.telegram_id >= FIRST).order_by(residents.c.id)).all()
    chance.shuffle(people := list(people))
    year = Year(connection, chance, people)
    for number in range(420):
        _concern(year, number)
    proposed = [_item(year, number) for number in range(60)]
    for week in range(46):
        _sitting(year, week, proposed)
    for number in range(9):
        _vote(year, number, proposed)
    _points(year)
    for number in range(120):
        _help(year, number)
    _answers(year)


def _concern(year: Year, number: int) -> None:
    chance, author = year.chance, year.who()
    raised = year.day() + (chance.choice(HOURS) + chance.random()) * HOUR
    state = chance.choice(STATES) if chance.random() < 0.85 else "acknowledged"
    closed = None if state == "acknowledged" else raised + chance.uniform(30, 1500) * HOUR
    concern = year.put(concerns, {
        "community_id": 1, "number": 1000 + number, "key": f"year-{number}", "author_id": author.id, "text": "",
        "place": "", "building": chance.choice((None, 1, 2, 3, 3, 3, 5)), "category": chance.choice(KINDS),
        "origin": "private", "raised_at": raised, "state": state, "due_run": 1, "due_passed": 0, "promise": "",
        "answered_at": raised + chance.choice((3, 20, 40)) * HOUR, "closed_at": closed,
    })  # fmt: skip
    line = {"concern_id": concern, "by": 0, "words": ""}
    if chance.random() < 0.3:
        year.put(concern_history, {**line, "deed": "escalate", "at": raised + 24 * HOUR})
    if chance.random() < 0.1:
        year.put(concern_history, {**line, "deed": "reopen", "at": raised + chance.uniform(50, 900) * HOUR})
    for one in chance.sample(list(year.people), chance.choice((0, 0, 1, 3))):
        met = {"concern_id": concern, "household_id": one.household_id, "resident_id": one.id, "at": raised + HOUR}
        if one.household_id != author.household_id:
            year.put(concern_supporters, met) if _new(year, concern, one.household_id) else None


def _new(year: Year, concern: int, household: int) -> bool:
    there = select(concern_supporters.c.at).filter_by(concern_id=concern, household_id=household)
    return year.connection.execute(there).first() is None


def _item(year: Year, number: int) -> int:
    chance, at = year.chance, year.day() + 12 * HOUR
    item = year.put(items, {
        "community_id": 1, "number": 500 + number, "key": f"year-{number}", "proposer": year.who(12).telegram_id,
        "what": f"议题{number}", "place": "", "why": "", "wanted": "", "proposed_at": at, "step": "collecting",
        "stepped_at": at, "scope": "council", "version": 0, "position": 0, "minutes": 10, "reason": "",
    })  # fmt: skip
    homes = {one.household_id: one for one in chance.sample(list(year.people), 8)}
    for one in homes.values():
        year.put(backers, {"item_id": item, "household_id": one.household_id, "telegram_id": one.telegram_id, "at": at})
    for side in ("pro", "con", "question", "advice", "answer"):
        row = {"item_id": item, "side": side, "author": year.who().telegram_id, "words": "", "at": at + 2 * DAY}
        year.put(said, row)
    return item


def _sitting(year: Year, week: int, proposed: Sequence[int]) -> None:
    chance, starts = year.chance, BEGINS + week * 7 * DAY + 11 * HOUR
    kind = "workshop" if week % 5 == 4 else "sitting"
    off = starts - DAY if chance.random() < 0.1 else None
    sitting = year.put(sittings, {
        "community_id": 1, "key": f"year-{week}", "starts_at": starts, "called_at": starts - 7 * DAY,
        "called_off_at": off, "reason": "", "kind": kind,
    })  # fmt: skip
    if off:
        return
    there = chance.sample(list(year.people[:200]), chance.randrange(5, 30))
    met = len(there) >= 12
    year.put(sessions, {
        "sitting_id": sitting, "community_id": 1, "opened_at": starts, "chair": there[0].telegram_id, "code": "1234",
        "closed_at": starts + 2 * HOUR, "adjourned": not met, "with_quorum": met,
    })  # fmt: skip
    for one in there:
        here = {
            "sitting_id": sitting,
            "telegram_id": one.telegram_id,
            "origin": "on_site",
            "at": starts,
            "forgotten": 0,
        }
        year.put(check_ins, here)
    for position, item in enumerate(chance.sample(list(proposed), 3 if met else 0)):
        opened = starts + position * 30 * timedelta(minutes=1)
        year.put(treated, {
            "sitting_id": sitting, "item_id": item, "position": position, "opened_at": opened, "opened_by": 0,
            "closed_at": opened + chance.randrange(300, 1700) * timedelta(seconds=1), "voted": True,
            "outcome": chance.choice(("adopted", "rejected", None)), "balloted": chance.random() < 0.1,
        })  # fmt: skip
        for _ in range(chance.randrange(6)):
            speaker = there[0] if chance.random() < 0.4 else chance.choice(there)
            year.put(turns, {
                "sitting_id": sitting, "item_id": item, "telegram_id": chance.choice((speaker.telegram_id,) * 9 + (0,)),
                "stand": "pro", "seconds": 60, "asked_at": opened, "called_at": opened, "ended_at": opened,
            })  # fmt: skip


def _vote(year: Year, number: int, proposed: Sequence[int]) -> None:
    chance, ended = year.chance, year.day() + 21 * HOUR
    homes = {one.household_id: one for one in year.people[:600]}
    state = "annulled" if number == 3 else "closed"
    cast = [one for one in homes.values() if chance.random() < 0.4]
    vote = year.put(votes, {
        "community_id": 1, "number": 300 + number, "key": f"year-{number}", "item_id": proposed[number],
        "sitting_id": year.connection.execute(select(sittings.c.id).limit(1)).scalar_one(), "what": "", "words": "",
        "digest": "", "rule": "{}", "secrecy": "secret", "changeable": True, "card": "{}", "basis": "",
        "opened_at": ended - 7 * DAY, "opened_by": 0, "announced_end": ended, "closes_at": ended, "extension": "",
        "entitled": len(homes), "state": state, "ended_at": ended, "reason": "", "key_kept": False,
        "took_part": len(cast) if state == "closed" else None, "outcome": "carried" if state == "closed" else None,
    })  # fmt: skip
    by_head = number % 2 == 0
    voted = {one.id for one in cast}
    for one in homes.values():
        whose = {"resident_id": one.id} if by_head else {"household_id": one.household_id}
        year.put(roll, {
            "vote_id": vote, "label": str(one.id), "represented": False,
            "origin": "bot" if one.id in voted else None, **whose,
        })  # fmt: skip
    if state == "closed":
        row = {"vote_id": vote, "outcome": "carried", "tally": "{}", "digest": "", "stated_at": ended, "stage": "final"}
        year.put(statements, row)
        year.put(resolutions, {
            "community_id": 1, "number": 700 + number, "vote_id": vote, "outcome": "carried",
            "electorate": "households", "entitled": len(homes), "ballots": len(cast),
            "agreed": len(cast), "winner": "yes", "at": ended + HOUR,
        })  # fmt: skip


def _points(year: Year) -> None:
    chance = year.chance
    issue = select(accounts.c.id).filter_by(community_id=1, kind="issue")
    source = year.connection.execute(issue).scalar()
    if source is None:
        source = year.put(accounts, {"community_id": 1, "kind": "issue", "holder": 0})
    purses = [
        year.put(accounts, {"community_id": 1, "kind": "person", "holder": one.telegram_id})
        for one in year.people[:40]
    ]  # fmt: skip
    held = year.put(accounts, {"community_id": 1, "kind": "held", "holder": 7})
    for number in range(500):
        at, purse = year.day() + 10 * HOUR, chance.choice(purses)
        row = {"community_id": 1, "at": at, "day": (at + 8 * HOUR).date()}
        earned = {
            **row, "source_id": source, "target_id": purse, "amount": chance.randrange(1, 9),
            "rule": chance.choice(("concern", "attending", "award", "voting")), "evidence": f"year-{number}",
        }  # fmt: skip
        entry = year.put(entries, earned)
        if chance.random() < 0.05:
            year.put(entries, {**earned, "source_id": purse, "target_id": source, "rule": "reversal",
                               "evidence": f"back-{number}", "reverses": entry})  # fmt: skip
        elif chance.random() < 0.1:
            spent = {**row, "amount": earned["amount"], "source_id": purse, "target_id": held, "rule": "reserving"}
            year.put(entries, {**spent, "evidence": f"spent-{number}"})
            gone = {**spent, "source_id": held, "target_id": source, "rule": "redeeming", "evidence": f"gone-{number}"}
            year.put(entries, gone)


def _help(year: Year, number: int) -> None:
    chance, at = year.chance, year.day() + 15 * HOUR
    one, other = year.who(30).telegram_id, year.who(30).telegram_id
    if number % 2:
        year.put(deeds, {
            "community_id": 1, "key": f"year-{number}", "doer": one, "name": "", "building": 1, "words": "",
            "told_at": at, "verdict": chance.choice(("help", "help", "task", "no")), "decider": other,
            "decided_by": "", "decided_at": at,
        })  # fmt: skip
        return
    year.put(wishes, {
        "community_id": 1, "number": 900 + number, "key": f"year-{number}", "wisher_id": one, "building": 1, "text": "",
        "wished_at": at - DAY, "state": "granted", "asked": False, "helper_id": other, "turn": 1, "named": False,
        "thanked": False, "reason": "",
    })  # fmt: skip
    log = {"community_id": 1, "at": at, "telegram_id": one, "roles": "", "what": "WishGranted", "number": 900 + number}
    year.put(audit_log, log)


def _answers(year: Year) -> None:
    for month in range(1, 11):
        many = {score: year.chance.randrange(0 if month == 2 else 3, 1 if month == 2 else 12) for score in "12345"}
        for dimension, part in (("building", "3"), ("category", "parking")):
            for score, answers in many.items():
                if answers:
                    year.put(survey_counts, {
                        "community_id": 1, "month": datetime(2026, month, 1, tzinfo=UTC).date(), "dimension": dimension,
                        "part": part, "score": score, "answers": answers,
                    })  # fmt: skip
