"""Texts too short to be weighed: bare numbers, punctuation, 嗯, ok. Looked at before any model."""

import re

from nlu.answer import yes_or_no
from nlu.meaning import OUT_OF_SCOPE

_THUMBS = {"👍": "confirm", "👌": "confirm", "👎": "deny"}
_WORD = re.compile(r"[^\W\d_]")


def by_rule(text: str) -> str | None:
    """The intent, where the text says no more than yes, no or nothing; None where it must be understood."""
    said = text.strip()
    if thumb := _THUMBS.get(said[:1]):
        return thumb
    if said.startswith("/") or not _WORD.search(said):
        return OUT_OF_SCOPE  # commands have handlers; numbers alone answer a form, and are nothing without one
    match yes_or_no(said):
        case True:
            return "confirm"
        case False:
            return "deny"
    return None
