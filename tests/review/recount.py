"""What a report of some days has to say, counted by plain Python from whole tables: no query of the bot's is used."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
Row = Mapping[str, Any]
Tables = Callable[[str], Sequence[Row]]
"""All rows of a table, by its name."""
DAY = timedelta(days=1)


@dataclass
class Recount:
    """Of the first community, from one moment up to another."""

    tables: Tables
    since: datetime
    until: datetime

    def within(self, moment: datetime | None) -> bool:
        return moment is not None and self.since <= moment < self.until

    def of(self, table: str, **wanted: object) -> list[Row]:
        return [row for row in self.tables(table) if all(row[name] == value for name, value in wanted.items())]

    def adults(self) -> list[Row]:
        return [one for one in self.of("residents", community_id=1, left_at=None) if one["age_band"] != "minor"]

    def people(self) -> set[int]:
        """Ids of residents who did something."""
        speaks = {one["telegram_id"]: one["id"] for one in self.of("residents", community_id=1) if one["telegram_id"]}
        ours = {row["id"] for row in self.of("agenda_items")}
        accounts = {row["proposer"] for row in self.of("agenda_items") if self.within(row["proposed_at"])}
        accounts |= {row["telegram_id"] for row in self.of("agenda_supporters") if self.within(row["at"])}
        accounts |= {
            row["author"] for row in self.of("agenda_points")
            if row["item_id"] in ours and row["side"] not in ("advice", "answer") and self.within(row["at"])
        }  # fmt: skip
        accounts |= {row["telegram_id"] for row in self.of("floor_check_ins") if self.within(row["at"])}
        accounts |= {
            row["doer"] for row in self.of("points_deeds")
            if row["verdict"] in ("help", "task") and self.within(row["decided_at"])
        }  # fmt: skip
        found = {speaks[one] for one in accounts if one in speaks}
        found |= {row["author_id"] for row in self.of("concerns") if self.within(row["raised_at"])}
        found |= {row["resident_id"] for row in self.of("concern_supporters") if self.within(row["at"])}
        return found | {row["resident_id"] for row in self.cast() if row["resident_id"]}

    def cast(self) -> list[Row]:
        """Of votes that were closed then."""
        closed = {row["id"] for row in self.of("votes", state="closed") if self.within(row["ended_at"])}
        return [row for row in self.of("vote_entries") if row["vote_id"] in closed and row["origin"]]

    def homes(self) -> set[int]:
        home = {one["id"]: one["household_id"] for one in self.of("residents")}
        return {home[one] for one in self.people()} | {
            row["household_id"] for row in self.cast() if row["household_id"]
        }

    def participation(self) -> dict[str, tuple[int, int]]:
        adults, homes = {one["id"] for one in self.adults()}, {one["id"] for one in self.of("households", left_at=None)}
        return {
            "participation-adults-1": (len(adults & self.people()), len(adults)),
            "participation-households-1": (len(homes & self.homes()), len(homes)),
        }

    def by_age(self) -> dict[str, tuple[int, int]]:
        people = self.people()
        there = Counter(one["age_band"] for one in self.adults())
        took = Counter(one["age_band"] for one in self.adults() if one["id"] in people)
        return {band: (took[band], there[band]) for band in there}

    def by(self, part: str) -> dict[str, tuple[int, int]]:
        there, homes = self.of("households", left_at=None), self.homes()
        every = Counter(str(one[part]) for one in there)
        took = Counter(str(one[part]) for one in there if one["id"] in homes)
        return {name: (took[name], every[name]) for name in every}

    def voting(self) -> dict[str, tuple[int, int]]:
        closed = [row for row in self.of("votes", state="closed") if self.within(row["ended_at"])]
        rows = [row for row in self.of("vote_entries") if row["vote_id"] in {vote["id"] for vote in closed}]
        return {"turnout-1": (sum(row["origin"] is not None for row in rows), len(rows))}

    def convening(self) -> dict[str, tuple[int, int]]:
        called = [row for row in self.of("sittings", kind="sitting") if self.within(row["starts_at"])]
        held = {row["sitting_id"]: row["with_quorum"] for row in self.of("floor_sessions")}
        return {"convening-1": (sum(bool(held.get(row["id"])) for row in called), len(called))}

    def response(self) -> dict[str, tuple[int, int]]:
        """All of the year's are answered after 3, 20 or 40 hours, of 24."""
        good = due = 0
        for row in self.of("concerns"):
            by = row["raised_at"] + DAY
            if row["answered_at"] <= by:
                good += self.within(row["answered_at"])
                due += self.within(row["answered_at"])
            else:
                due += self.within(by)
        return {"response-1": (good, due)}

    def resolution(self) -> dict[str, tuple[int, int]]:
        late, again = set(), set()
        for line in self.of("concern_history"):
            if line["deed"] == "escalate" and line["at"] < self.until:
                late.add(line["concern_id"])
            if line["deed"] == "reopen" and self.within(line["at"]):
                again.add(line["concern_id"])
        closed = [row for row in self.of("concerns") if self.within(row["closed_at"])]
        ended = [row for row in closed if row["state"] in ("confirmed", "uncontradicted", "accepted")]
        open_then = [row for row in self.of("concerns") if row["closed_at"] is None or row["closed_at"] >= self.until]
        waits = [row for row in open_then if row["id"] in late | again]
        confirmed = [row for row in ended if row["state"] == "confirmed"]
        return {"resolution-1": (len(confirmed), len(ended) + len(waits))}

    def floor(self) -> dict[str, tuple[int, int]]:
        rows = [row for row in self.of("floor_treated") if self.within(row["closed_at"])]
        spent = sum(((row["closed_at"] - row["opened_at"]).total_seconds() for row in rows), 0.0)
        disposed = sum(row["outcome"] is not None or row["balloted"] for row in rows)
        return {"minutes-per-item-1": (round(spent / 60), disposed)}

    def deliberation(self) -> dict[str, tuple[int, int]]:
        """Three raters at least."""
        rated = [row for row in self.of("assessments", state="published") if self.within(row["until"])]
        scores = [Fraction(row["total"], row["raters"]) for row in rated if row["raters"] >= 3]
        mean = sum(scores, Fraction()) / len(scores) if scores else Fraction()
        return {"deliberation-1": (mean.numerator, mean.denominator if scores else 0)}

    def concentration(self) -> dict[str, tuple[int, int]]:
        spoke = [row["telegram_id"] for row in self.of("floor_turns") if self.within(row["called_at"])]
        won = {row["item_id"] for row in self.of("floor_treated", outcome="adopted") if self.within(row["closed_at"])}
        of_vote = {row["id"]: row["item_id"] for row in self.of("votes")}
        won |= {of_vote[row["vote_id"]] for row in self.of("resolutions") if self.within(row["at"])}
        proposers = [row["proposer"] for row in self.of("agenda_items") if row["id"] in won]
        return {"speaking-top-three-1": _top(spoke), "winning-top-three-1": _top(proposers)}

    def amounts(self) -> dict[str, tuple[int, int | None]]:
        earned, back = 0, {row["id"]: row for row in self.of("points_entries")}
        redeemed = 0
        for row in self.of("points_entries"):
            if not self.within(row["at"]):
                continue
            earned += row["amount"] * (row["rule"] in ("concern", "attending", "award", "voting"))
            earned -= row["amount"] * (row["reverses"] in back)
            redeemed += row["amount"] * (row["rule"] == "redeeming")
        raised = sum(self.within(row["raised_at"]) for row in self.of("concerns"))
        came = sum(self.within(row["at"]) for row in self.of("floor_check_ins"))
        return {
            "points-earned-1": (earned, None),
            "points-redeemed-1": (redeemed, None),
            "concerns-per-30-days-1": (raised, (self.until - self.since).days),
            "activity-1": (came, None),
            "mutual-aid-1": (len(set(self.helped())), None),
        }

    def helped(self) -> Iterator[tuple[int, int, object]]:
        for row in self.of("points_deeds", verdict="help"):
            if self.within(row["decided_at"]):
                yield row["doer"], row["decider"], row["decided_at"].astimezone(SHANGHAI).date()
        when = {row["number"]: row["at"] for row in self.of("audit_log", what="WishGranted")}
        for row in self.of("wishes", state="granted"):
            if self.within(when[row["number"]]):
                yield row["helper_id"], row["wisher_id"], when[row["number"]].astimezone(SHANGHAI).date()

    def satisfaction(self) -> dict[str, tuple[int, int]]:
        """Of the month in which it begins."""
        rows = [row for row in self.of("survey_counts", dimension="building")
                if row["month"] == self.since.astimezone(SHANGHAI).date()]  # fmt: skip
        happy = sum(row["answers"] for row in rows if row["score"] in "45")
        return {"satisfaction-1": (happy, sum(row["answers"] for row in rows))}

    def all(self) -> dict[str, tuple[int, int | None]]:
        return {
            **self.participation(), **self.voting(), **self.convening(), **self.response(), **self.resolution(),
            **self.floor(), **self.deliberation(), **self.concentration(), **self.amounts(), **self.satisfaction(),
        }  # fmt: skip

    def hours(self) -> dict[str, int]:
        """Concerns by the time of day."""
        found: dict[str, int] = defaultdict(int)
        for row in self.of("concerns"):
            if self.within(row["raised_at"]):
                hour = row["raised_at"].astimezone(SHANGHAI).hour
                begins = [(6, "morning"), (10, "noon"), (14, "afternoon"), (18, "evening"), (22, "night")]
                found[next((name for begin, name in reversed(begins) if hour >= begin), "night")] += 1
        return dict(found)


def _top(whose: Sequence[int]) -> tuple[int, int]:
    known = Counter(one for one in whose if one)
    each = sorted([*known.values(), *(1 for one in whose if not one)], reverse=True)
    return sum(each[:3]), len(whose)
