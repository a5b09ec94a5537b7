"""The record of a vote as the file that is published: always the same text, so that its hash tells whether it is it."""

import json
from collections.abc import Mapping
from hashlib import sha256

from bot.votes.model import owners_record, record
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record


def text_of(published: Record | OwnersRecord) -> str:
    """JSON that `python -m bot recount` counts (docs/record.md)."""
    data: Mapping[str, object]
    data = owners_record.written(published) if isinstance(published, OwnersRecord) else record.written(published)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def digest_of(text: str) -> str:
    """SHA-256 of the file, in hex."""
    return sha256(text.encode()).hexdigest()
