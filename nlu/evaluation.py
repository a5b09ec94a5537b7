"""How well an interpreter understands texts of which it is known what they mean."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from os import sysconf
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

from nlu.meaning import OUT_OF_SCOPE, Interpreter, Meaning, Outcome


@dataclass(frozen=True)
class Known:
    """A text, what it means, and what else would be right too."""

    text: str
    meant: str
    alternate: str


def read_known(path: Path, column: str) -> list[Known]:
    """Rows of a TSV with header: `text`, `column`, perhaps `alternate`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Known(row["text"], row[column], row.get("alternate") or "") for row in rows]


def evaluate(interpreter: Interpreter, known: Sequence[Known], column: str) -> dict[str, Any]:
    """All that `python -m nlu evaluate` prints; shares between 0 and 1, times in milliseconds, memory in megabytes.

    How often it is right is one thing, and asks for the likeliest; what the assistant then does is another: answered,
    asked, left alone, and of what was meant for it, left alone all the same.
    """
    meanings, times = _timed(interpreter.understand, [each.text for each in known])
    given = [(meaning.category or "") if column == "category" else meaning.intent for meaning in meanings]
    pairs = list(zip(known, given, strict=True))
    classes = {name: _scores(pairs, name) for name in sorted({each.meant for each in known})}
    outcomes = [meaning.outcome for meaning in meanings]
    wanted = [outcome for each, outcome in zip(known, outcomes, strict=True) if each.meant != OUT_OF_SCOPE]
    return {
        "texts": len(known),
        "accuracy": _share(each.meant == answer for each, answer in pairs),
        "accuracy_with_alternate": _share(answer in (each.meant, each.alternate) for each, answer in pairs),
        "macro_f1": round(sum(scores["f1"] for scores in classes.values()) / len(classes), 4),
        "per_class": classes,
        "answered": _share(outcome is Outcome.ACT for outcome in outcomes),
        "asked": _share(outcome is Outcome.ASK for outcome in outcomes),
        "left_alone": _share(outcome is Outcome.LEAVE for outcome in outcomes),
        "left_alone_though_meant": _share(outcome is Outcome.LEAVE for outcome in wanted),
        **_speed(times),
    }


def silence(interpreter: Interpreter, lines: Sequence[str]) -> dict[str, Any]:
    """The share of lines, none of them meant for the assistant, that something would begin by."""
    meanings, times = _timed(interpreter.understand, lines)
    return {
        "lines": len(lines),
        "private": _share(meaning.begins for meaning in meanings),
        "group": _share(meaning.offers_concern for meaning in meanings),
        **_speed(times),
    }


def _scores(pairs: Iterable[tuple[Known, str]], name: str) -> dict[str, float]:
    said = [(each.meant == name, answer == name) for each, answer in pairs]
    hits = sum(meant and given for meant, given in said)
    meant, given = sum(meant for meant, _ in said), sum(given for _, given in said)
    return {
        "precision": round(hits / given, 4) if given else 0.0,
        "recall": round(hits / meant, 4) if meant else 0.0,
        "f1": round(2 * hits / (meant + given), 4) if meant + given else 0.0,
        "texts": meant,
    }


def _timed(understand: Callable[[str], Meaning], texts: Iterable[str]) -> tuple[list[Meaning], list[float]]:
    meanings, times = [], []
    for text in texts:
        begun = perf_counter()
        meanings.append(understand(text))
        times.append((perf_counter() - begun) * 1000)
    return meanings, times


def _speed(times: Sequence[float]) -> dict[str, float]:
    cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else [*times] * 99
    return {"p50_ms": round(cuts[49], 2), "p99_ms": round(cuts[98], 2), "rss_mb": _memory()}


def _share(true: Iterable[bool]) -> float:
    each = list(true)
    return round(sum(each) / len(each), 4) if each else 0.0


def _memory() -> int:
    """Megabytes of this process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return round(pages * sysconf("SC_PAGE_SIZE") / 2**20)
