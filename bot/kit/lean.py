"""aiogram without its wait: the schemas of its 591 models are built when each is first used, not all at the import.

Importing aiogram 3.31 takes 3 s of processor time and 165 MB, most of it for models that a bot never meets; this way
it is 1.1 s and 80 MB. It relies on how aiogram ends its import (one `model_rebuild` for each model, by which names
that only type checkers see become known), so aiogram is pinned and `tests/kit/test_lean.py` builds every model.
"""

import sys
from typing import Any

_HELD: list[Any] = []


def import_aiogram() -> None:
    """To be called before anything else imports aiogram; later it changes nothing."""
    if "aiogram" in sys.modules:
        return
    from pydantic import BaseModel

    rebuild = BaseModel.__dict__["model_rebuild"]
    setattr(BaseModel, "model_rebuild", classmethod(_not_yet))  # noqa: B010 - mypy knows it as a method
    try:
        import aiogram.methods
        import aiogram.types
    finally:
        setattr(BaseModel, "model_rebuild", rebuild)  # noqa: B010
    known = {name: vars(module)[name] for module in (aiogram.types, aiogram.methods) for name in module.__all__}
    for name, module in list(sys.modules.items()):
        if name.startswith(("aiogram.types.", "aiogram.methods.")):
            vars(module).update({one: kind for one, kind in known.items() if one not in vars(module)})
    _build_what_is_always_used()


def _build_what_is_always_used() -> None:
    """Updates, and what Telegram answers: pydantic makes a generic model anew where nobody holds it, and each time of
    all that it is made of, where that was not built by itself."""
    from aiogram import methods, types
    from aiogram.methods.base import Response

    for model in (types.Update, types.Message):
        model.model_rebuild()
    used = methods.GetUpdates, methods.GetMe, methods.SendMessage, methods.EditMessageText, methods.AnswerCallbackQuery
    kinds: list[Any] = [Any, *(method.__returning__ for method in used)]
    _HELD.extend(Response.__class_getitem__(kind) for kind in kinds)


def _not_yet(_: type[object], /, **__: object) -> None:
    """When it is first used, pydantic does it by itself."""
