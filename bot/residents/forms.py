"""What somebody on the way in has given so far."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class Joining(Form):
    """Somebody on the way in; `code` once it was right, or came with the link."""

    name = "joining"
    code: str = ""
    right: bool = False
    """Whether the code has been tried, and counted, and opened the door."""
    both: bool | None = None
    """Whether the flat in which they lived before is theirs still; None as long as they have not said so."""
