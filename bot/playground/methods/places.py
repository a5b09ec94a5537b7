"""sendLocation, sendContact, sendChatAction."""

from bot.playground.methods.call import Call, writable
from bot.playground.methods.sending import send
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json

_ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    }
)  # fmt: skip


def send_location(call: Call) -> Json:
    """Send a point on the map."""
    names = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    location = {name: call.params[name] for name in names if name in call.params}
    if abs(location["latitude"]) > 90 or abs(location["longitude"]) > 180:
        raise bad_request("wrong location specified")
    return send(call, {"location": location})


def send_contact(call: Call) -> Json:
    """Send somebody's phone number."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, {"contact": {name: call.params[name] for name in names if name in call.params}})


def send_chat_action(call: Call) -> bool:
    """Show for a moment that the bot is busy."""
    chat, action = writable(call), call.params["action"]
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.events.publish("action", chat.id, action=action)
    return True
