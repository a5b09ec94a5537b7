"""getUpdates and webhooks: how a bot gets its updates."""

from urllib.parse import urlsplit

from bot.playground.methods.call import Call
from bot.playground.refusals import bad_request, conflict
from bot.playground.shapes import Json, Rows

LONGEST_POLL = 50
"""Real seconds a poll waits at most."""
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(call: Call) -> Rows:
    """The updates that wait, after those below `offset` are forgotten; waits for one up to `timeout` real seconds."""
    account, params = call.bot, call.params
    if account.webhook.url:
        raise conflict(_WEBHOOK_ACTIVE)
    updates = account.updates
    if "allowed_updates" in params:
        updates.allowed = params["allowed_updates"]
    updates.confirm_below(params.get("offset", 0))
    call.world.mark()
    account.pollers += 1
    turn = account.pollers
    updates.changed.ring()
    timeout = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
    if timeout and not updates.waiting:
        await updates.changed.until(lambda: bool(updates.waiting) or account.pollers != turn, timeout)
    if account.pollers != turn:
        raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
    return updates.first(params.get("limit", 100))


def set_webhook(call: Call) -> bool:
    """Send updates to this address from now on (http is fine on this machine); an empty one ends it."""
    params, webhook = call.params, call.bot.webhook
    url = params.get("url", "")
    address = urlsplit(url)
    if url and not (address.scheme == "https" or (address.scheme == "http" and address.hostname in _LOOPBACK)):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not all(letter.isalnum() or letter in "_-" for letter in params.get("secret_token", "")):
        raise bad_request("secret token contains unallowed characters")
    if params.get("drop_pending_updates"):
        call.bot.updates.clear()
    if "allowed_updates" in params:
        call.bot.updates.allowed = params["allowed_updates"]
    webhook.url, webhook.secret = url, params.get("secret_token", "")
    webhook.max_connections = min(max(params.get("max_connections", 40), 1), 100)
    webhook.last_error_date, webhook.last_error_message = 0, ""
    # a poll that waits is answered with a conflict
    call.bot.pollers += 1
    call.bot.updates.changed.ring()
    return True


def delete_webhook(call: Call) -> bool:
    """Go back to polling."""
    if call.params.get("drop_pending_updates"):
        call.bot.updates.clear()
    call.bot.webhook.url = ""
    call.bot.updates.changed.ring()
    return True


def get_webhook_info(call: Call) -> Json:
    """The Bot API's `WebhookInfo`."""
    webhook, updates = call.bot.webhook, call.bot.updates
    info: Json = {"url": webhook.url, "has_custom_certificate": False, "pending_update_count": len(updates.waiting)}
    if webhook.url:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if webhook.last_error_date:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error_message}
    if updates.allowed:
        info["allowed_updates"] = updates.allowed
    return info
