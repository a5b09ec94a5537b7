"""Communities like ours, but for a rule or two."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from bot.config import Community


def like(ours: Community, **changed: object) -> Community:
    """`ours` with other values, written as in `config.yaml`: a value, or a mapping of some of a section's."""
    content = _written(ours.model_dump(by_alias=True))
    ladder = content["response"]["escalation"]
    content["response"]["escalation"] = [{rung["to"]: rung["after_hours"]} for rung in ladder]
    for name, value in changed.items():
        content[name] = content[name] | value if isinstance(value, Mapping) else value
    return Community.model_validate(content)


def _written(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _written(inner) for name, inner in value.items()}
    if isinstance(value, tuple) and value and all(isinstance(one, time) for one in value):
        return [_written(one) for one in value]
    return f"{value:%H:%M}" if isinstance(value, time) else value
