"""What reaches the roles."""

from bot.kit.routes import Routes
from bot.roles import views
from bot.roles.model import NotAllowed


def routes() -> Routes:
    """Nothing yet but how a role's refusal is explained."""
    return Routes(explanations={NotAllowed: views.not_allowed})
