"""sendPoll and stopPoll."""

from bot.playground import keyboards
from bot.playground.formatting import formatted
from bot.playground.methods.call import Call, message_of, writable
from bot.playground.methods.sending import send
from bot.playground.posting import change
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json

OPTIONS = range(1, 13)


def send_poll(call: Call) -> Json:
    """Send a poll; people vote through the control interface."""
    params, world = call.params, call.world
    if len(params["options"]) not in OPTIONS:
        raise bad_request(f"poll must have from {OPTIONS[0]} to {OPTIONS[-1]} options")
    question = formatted(world, params["question"], params.get("question_parse_mode"), params.get("question_entities"))
    if not question.text:
        raise bad_request("poll question must be non-empty")
    kind = params.get("type", "regular")
    if kind not in ("regular", "quiz"):
        raise bad_request("unsupported poll type specified")
    poll: Json = {
        "id": world.next_query_id(),
        "question": question.text,
        "options": [_option(call, number, row) for number, row in enumerate(params["options"])],
        "total_voter_count": 0,
        "is_closed": params.get("is_closed", False),
        "is_anonymous": params.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", kind == "regular"),
        "members_only": params.get("members_only", False),
    }
    message = send(call, {"poll": poll})
    world.polls[poll["id"]] = {"bot": call.bot.id, "votes": {}}
    return message


def stop_poll(call: Call) -> Json:
    """Close a poll; the answer is the `Poll`."""
    chat = writable(call)
    posted = message_of(call, chat, "with poll to stop")
    poll = posted.message.get("poll")
    if poll is None or posted.sender() != call.bot.id:
        raise bad_request("message can't be edited" if poll else "message is not a poll")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    call.spend(chat)
    closed: Json = poll | {"is_closed": True}
    change(
        call.world, chat, posted, {"poll": closed, "reply_markup": keyboards.checked(call.params.get("reply_markup"))}
    )
    return closed


def _option(call: Call, number: int, row: Json) -> Json:
    shown = formatted(call.world, row["text"], row.get("text_parse_mode"), row.get("text_entities"))
    if not shown.text:
        raise bad_request("poll options must be non-empty")
    option: Json = {"persistent_id": str(number), "text": shown.text, "voter_count": 0}
    return option | ({"text_entities": shown.entities} if shown.entities else {})
