"""What somebody who makes a card has said so far."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class NewPerson(Form):
    """Somebody whom the roll does not name yet: the name is asked, then the age."""

    name = "new_person"
    household: int = 0
    called: str = ""
