"""What a bot says about itself: commands, name, descriptions, the menu button."""

import re

from bot.playground.methods.call import Call, Method, chat_of
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json, Rows

MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def set_my_commands(call: Call) -> bool:
    """The commands of a scope and language."""
    commands: Rows = call.params["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for row in commands:
        row["command"] = row["command"].removeprefix("/")
        if not _COMMAND.fullmatch(row["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
    call.bot.commands[_scope(call)] = commands
    call.world.touch("commands")
    return True


def get_my_commands(call: Call) -> Rows:
    """The commands that were set for exactly this scope and language."""
    return call.bot.commands.get(_scope(call), [])


def delete_my_commands(call: Call) -> bool:
    """None of its own for this scope and language any more."""
    call.bot.commands.pop(_scope(call), None)
    call.world.touch("commands")
    return True


def _scope(call: Call) -> str:
    scope: Json = call.params.get("scope", {"type": "default"})
    where = ""
    if "chat_id" in scope:
        chat = chat_of(Call(call.world, call.bot, call.method, scope))
        where = f":{chat.id}"
    if "user_id" in scope:
        where += f":{scope['user_id']}"
    return f"{scope['type']}{where}|{_language(call)}"


def _language(call: Call) -> str:
    language = str(call.params.get("language_code", ""))
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("LANGUAGE_CODE_INVALID")
    return language


def setter(name: str) -> Method:
    """A method that sets a text (`name`, `description`, `short_description`) in a language."""

    def set_text(call: Call) -> bool:
        call.bot.texts[f"{name}|{_language(call)}"] = call.params.get(name, "")
        return True

    return set_text


def getter(name: str) -> Method:
    """A method that answers such a text; without one in the language, that for all."""

    def get_text(call: Call) -> Json:
        texts = call.bot.texts
        own = call.bot.name if name == "name" else ""
        return {name: texts.get(f"{name}|{_language(call)}") or texts.get(f"{name}|") or own}

    return get_text


def set_chat_menu_button(call: Call) -> bool:
    """The button beside the input field, of one private chat or of all."""
    call.bot.menu_buttons[str(call.params.get("chat_id", ""))] = call.params.get("menu_button", {"type": "default"})
    return True


def get_chat_menu_button(call: Call) -> Json:
    """That button."""
    buttons = call.bot.menu_buttons
    return buttons.get(str(call.params.get("chat_id", "")), buttons.get("", {"type": "commands"}))
