"""What reaches the votes themselves: nothing but their refusals; what people see and tap is the booth's."""

from bot.kit.routes import Routes
from bot.votes import refusal_views


def routes() -> Routes:
    return Routes(explanations=refusal_views.EXPLANATIONS)
