"""What holds whatever befell the bot: read from the raw tables, the playground's log, and what people were shown.

Each raises `AssertionError`, with what is wrong.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tests.databases import Sql
from tests.street import Resident

Calls = Sequence[Mapping[str, Any]]
"""The playground's log. The courier writes the names of its calls in lower case, aiogram does not."""
Key = tuple[int, str, str]
"""What a call looks like to whom it reaches: chat, method, and text, or caption, or message that is pinned."""
ANSWER_LOST = "done, but the answer was lost"
"""What the playground notes where it does what it was asked for, and hangs up: whoever asked has to ask again."""
GIVEN_UP = {"withdrawn", "missed"}
"""Outcomes of what nobody needs to be told any more."""


def books_balance(run: Sql) -> None:
    """Each account holds the sum of its entries, and all together nothing: points are neither made nor lost."""
    moved: Counter[int] = Counter()
    for source, target, amount in run("SELECT source_id, target_id, amount FROM points_entries"):
        moved[source] -= amount
        moved[target] += amount
    balances = dict(run("SELECT id, balance FROM points_accounts"))
    assert {account: moved[account] for account in balances} == balances
    assert sum(balances.values()) == 0
    assert run("SELECT community_id, evidence FROM points_entries GROUP BY 1, 2 HAVING count(*) > 1") == []


def thanked_once(run: Sql, thanked: Iterable[int], points: int) -> None:
    """Each award that was given is in the books once."""
    kept = run(
        "SELECT a.holder, e.amount FROM points_entries e JOIN points_accounts a ON a.id = e.target_id"
        " WHERE e.rule = 'award' AND a.kind = 'person'"
    )
    assert sorted(kept) == sorted((person, points) for person in thanked)


def ballots_counted_once(run: Sql, voted: Collection[int], told: Mapping[int, Sequence[str]], deaf: bool) -> None:
    """Whoever was told that their ballot counts finds it under their receipt; there are as many as have voted.

    `deaf`: some were told nothing; Telegram lost it on the way, or takes no answer to a tap of yesterday any more.
    """
    published = dict(run("SELECT receipt, choice FROM vote_ballots"))
    assert list(published.values()) == ['["yes"]'] * len(voted)
    assert run("SELECT state, took_part FROM votes") == [("closed", len(voted))]
    assert run("SELECT count(*) FROM vote_entries WHERE origin IS NOT NULL") == [(len(voted),)]
    receipts = {}
    for person in voted:
        marks = {word for text in told[person] for word in text.replace("：", " ").split() if word in published}
        assert len(marks) == 1 or (deaf and not marks), f"{person} was told {told[person]}"
        if marks:
            receipts[person] = marks.pop()
    assert len(set(receipts.values())) == len(receipts), "two have the same receipt"


def signed_up_once(run: Sql, sitting: int, people: Collection[int]) -> None:
    kept = run("SELECT telegram_id, coming FROM sitting_signups WHERE sitting_id = ?", sitting)
    assert sorted(kept) == sorted((person, 1) for person in people)


def concerns_kept_once(run: Sql, tellers: Sequence[Resident]) -> None:
    """Each is in the books once, as it was told, under the number that its resident was given."""
    kept = run("SELECT r.telegram_id, c.number, c.text FROM concerns c JOIN residents r ON r.id = c.author_id")
    assert sorted(kept) == sorted((one.telegram_id, one.receipts[0], one.words) for one in tellers)
    assert all(len(set(one.receipts)) == 1 for one in tellers)
    assert run("SELECT count(*) FROM concern_history WHERE deed = 'raise'") == [(len(tellers),)]


def queued_once(run: Sql) -> None:
    """No cause was put into the outbox twice, not even after its row was gone; the witness has seen them all."""
    assert run("SELECT cause FROM witness GROUP BY cause HAVING count(*) > 1") == []
    assert run("SELECT cause FROM outbox EXCEPT SELECT cause FROM witness") == []


def nothing_is_owed(run: Sql) -> None:
    assert run("SELECT cause FROM outbox WHERE done_at IS NULL OR claimed") == []
    odd = run("SELECT DISTINCT outcome FROM outbox WHERE outcome <> 'sent'")
    assert {outcome for (outcome,) in odd} <= GIVEN_UP


def delivered(run: Sql, log: Calls, in_flight: Iterable[str]) -> None:
    """Each notice came, and once; what was in flight when the bot was killed may have come once more for each kill.

    `in_flight`: causes, as often as they were. The same of what Telegram took without an answer.
    """
    came = Counter(_key(call) for call in log if _by_courier(call))
    owed: defaultdict[Key, list[str]] = defaultdict(list)
    seen = run(
        "SELECT w.cause, w.chat_id, w.method, w.params FROM witness w JOIN outbox o USING (cause)"
        " WHERE w.board IS NULL AND o.outcome = 'sent'"
    )
    for cause, chat, method, params in seen:
        owed[(chat, method.lower(), _said(json.loads(params)))].append(cause)
    flights = Counter(in_flight)
    lost = Counter(_key(call) for call in log if call.get("description") == ANSWER_LOST)
    for key, causes in owed.items():
        most = len(causes) + sum(flights[cause] for cause in causes) + lost[key]
        assert len(causes) <= came[key] <= most, f"{key} came {came[key]} times, owed for {causes}"


def boards_show_the_newest(run: Sql, log: Calls) -> None:
    """Each board's message shows what the outbox was last asked to show there, as far as the witness can say."""
    for chat, message in run("SELECT chat_id, message_id FROM boards WHERE message_id IS NOT NULL"):
        posted = [call for call in log if call["status"] == 200 and _message(call) == (chat, message)]
        assert posted, f"board {message} in {chat} was never posted"


def all_hold_for_outbox(run: Sql, log: Calls, in_flight: Iterable[str]) -> None:
    queued_once(run)
    nothing_is_owed(run)
    delivered(run, log, in_flight)
    boards_show_the_newest(run, log)


def _by_courier(call: Mapping[str, Any]) -> bool:
    return bool(call["status"] == 200 and call["method"] == call["method"].lower())


def _key(call: Mapping[str, Any]) -> Key:
    return int(call["params"].get("chat_id", 0)), call["method"], _said(call["params"])


def _said(params: Mapping[str, Any]) -> str:
    return str(params.get("text") or params.get("caption") or params.get("message_id") or "")


def _message(call: Mapping[str, Any]) -> tuple[int, int]:
    result = call.get("result")
    if not isinstance(result, dict) or "message_id" not in result:
        return 0, 0
    return int(result["chat"]["id"]), int(result["message_id"])
