"""How the playground says no: with Telegram's own codes and texts."""

from bot.playground.shapes import Json


class Refused(Exception):
    """A call that Telegram would answer with ``ok: false``.

    `code` is the HTTP status and `error_code`, `description` the whole text ("Bad Request: …"),
    `parameters` what goes into ``parameters`` (`retry_after`, `migrate_to_chat_id`).
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        """The body Telegram would send."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


class NotThere(Exception):
    """A control call about somebody or something the world does not have (404); `str()` says what."""


class Impossible(Exception):
    """A control call that a person could not do on their phone (400); `str()` says why."""


def bad_request(reason: str, **parameters: int) -> Refused:
    """400: the request itself cannot be done."""
    return Refused(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> Refused:
    """403: the bot may not reach this chat."""
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    """409: two ways of receiving updates are in each other's way."""
    return Refused(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> Refused:
    """429: wait `seconds` before the next try."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
