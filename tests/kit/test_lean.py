"""aiogram imported lean is aiogram: every model can be built, and an update reads as ever."""

import json
import subprocess
import sys

from tests.contracts.source import ROOT

LEAN = "from bot.kit.lean import import_aiogram; import_aiogram()"
LOOK = """
import json
import re
import aiogram.methods, aiogram.types
from aiogram.methods.base import Response
from aiogram.types import Message, Update
from pydantic import BaseModel

before = aiogram.types.Gift.__pydantic_complete__
person = {"id": 1, "is_bot": False, "first_name": "王秀英"}
said = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "from": person, "text": "你好",
        "reply_to_message": {"message_id": 0, "date": 0, "chat": {"id": 1, "type": "private"}, "photo": []}}
read = [Update.model_validate({"update_id": 1, "message": said}), Response[Message].model_validate({"ok": True,
        "result": said}), aiogram.methods.SendMessage(chat_id=1, text="好", reply_markup={"remove_keyboard": True})]
read = [one.model_dump_json(exclude_unset=True) for one in read]
models = [vars(module)[name] for module in (aiogram.types, aiogram.methods) for name in module.__all__]
models = [one for one in models if isinstance(one, type) and issubclass(one, BaseModel)]
for one in models:
    one.model_rebuild()
said_of = lambda field: re.sub(" at 0x[0-9a-f]+", "", repr(field.annotation))
shapes = {one.__name__: sorted((name, said_of(field)) for name, field in one.model_fields.items())
          for one in models if one.__pydantic_complete__}
print(json.dumps([before, read, len(models), shapes]))
"""


def looked(first: str) -> list[object]:
    done = subprocess.run([sys.executable, "-c", f"{first}\n{LOOK}"], cwd=ROOT, capture_output=True, check=True)
    found: list[object] = json.loads(done.stdout)
    return found


def test_every_model_is_as_it_is_without() -> None:
    (lean, *found), (plain, *expected) = looked(LEAN), looked("")
    assert (lean, plain) == (False, True)
    assert found == expected
    _, models, shapes = found
    assert isinstance(shapes, dict)
    assert models == len(shapes)


def test_later_it_changes_nothing() -> None:
    assert looked(f"import aiogram\n{LEAN}")[0] is True
