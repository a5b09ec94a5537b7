"""answerCallbackQuery: what a person sees after pressing a button."""

from bot.playground.methods.call import Call
from bot.playground.queries import QUERY_LIFE, Query
from bot.playground.refusals import bad_request
from bot.playground.world import World

KEPT_ALERTS = 100


def answer_callback_query(call: Call) -> bool:
    """Show a text, if there is one. A second answer within the query's life is taken too."""
    world, params = call.world, call.params
    query = world.queries.get(params["callback_query_id"])
    if query is None or query.bot_id != call.bot.id or query.age(world.clock.now()) > QUERY_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    shown = {name: params[name] for name in ("text", "url") if params.get(name)}
    alert = {"text": "", "show_alert": params.get("show_alert", False), "callback_query_id": query.id} | shown
    if shown:
        _show(world, call, query, alert | {"date": world.clock.stamp()})
    world.touch("answered", query.chat_id, who=query.person_id, alert=alert)
    return True


def _show(world: World, call: Call, query: Query, alert: dict[str, object]) -> None:
    chat = call.bot.private.get(query.chat_id) or world.groups[query.chat_id]
    alerts = chat.alerts.setdefault(query.person_id, [])
    alerts.append(alert)
    del alerts[:-KEPT_ALERTS]
    world.touch("alert", chat.id, who=query.person_id, alert=alert)
