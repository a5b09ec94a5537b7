"""Numbers, truths and texts: from a form, where everything is text, or from JSON, where nothing is."""

_TRUE = frozenset({"true", "True", "1", "yes"})
_FALSE = frozenset({"false", "False", "0", "no"})

ORDER = ("Boolean", "Integer", "Float", "String")
"""The simple types, in the order in which a value is tried for them."""


def scalar(kind: str, value: object, *, from_form: bool) -> bool | int | float | str | None:
    """The value as this type, or None when it is not one."""
    if kind == "Boolean":
        return _truth(value, from_form=from_form)
    if isinstance(value, bool):
        return None
    if kind == "Integer":
        return _whole(value, from_form=from_form)
    if kind == "Float":
        return _number(value, from_form=from_form)
    return value if isinstance(value, str) else None


def _truth(value: object, *, from_form: bool) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and from_form and value in _TRUE | _FALSE:
        return value in _TRUE
    return None


def _whole(value: object, *, from_form: bool) -> int | None:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and from_form and value.removeprefix("-").isdecimal():
        return int(value)
    return None


def _number(value: object, *, from_form: bool) -> float | None:
    if isinstance(value, int | float):
        return value
    try:
        return float(value) if isinstance(value, str) and from_form else None
    except ValueError:
        return None
