"""The shape everything here is passed around in: Bot API objects as plain JSON objects."""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""A Bot API object, or the parameters of a call, as decoded JSON."""

Rows: TypeAlias = list[Json]
"""A list of Bot API objects."""
