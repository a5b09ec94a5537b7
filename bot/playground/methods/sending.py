"""Sending: where a message goes, what it answers, who sees it."""

from bot.playground import keyboards
from bot.playground.chats import Chat, Posted
from bot.playground.methods.call import Call, writable
from bot.playground.posting import NOWHERE_SPECIAL, Placing, post, show_keyboard
from bot.playground.queries import ANSWER_TIME, Query
from bot.playground.refusals import bad_request, forbidden
from bot.playground.shapes import Json


def send(call: Call, content: Json) -> Json:
    """Send what `content` holds to the chat the call names; the answer is the `Message`."""
    chat = writable(call)
    markup = keyboards.checked(call.params.get("reply_markup"))
    placing, free = placed(call, chat)
    if not free:
        call.spend(chat, shared=placing.receiver is None)
    return put(call, chat, content, placing, markup)


def put(call: Call, chat: Chat, content: Json, placing: Placing = NOWHERE_SPECIAL, markup: Json | None = None) -> Json:
    """Post it as the bot."""
    if markup and "inline_keyboard" in markup:
        content = content | {"reply_markup": markup}
    if call.params.get("protect_content"):
        content = content | {"has_protected_content": True}
    posted = post(call.world, chat, call.bot.user(), content, placing)
    show_keyboard(call.world, chat, posted, markup)
    return posted.message


def placed(call: Call, chat: Chat) -> tuple[Placing, bool]:
    """Where it goes, and whether it is an answer to a tap and so costs nothing."""
    reply_to = _replied(call, chat)
    thread = _thread(call, chat, reply_to)
    ephemeral = call.params.get("ephemeral_message_parameters")
    if ephemeral is None:
        if reply_to is not None and reply_to.receiver is not None:
            raise bad_request("a reply to an ephemeral message must be an ephemeral message")
        return Placing(reply_to, thread), False
    query = _query(call, ephemeral)
    receiver = _receiver(call, chat, ephemeral["receiver_user_id"], reply_to, query)
    replaces = None
    if query is not None and ephemeral.get("replace_callback_query_message"):
        if "ephemeral_message_id" in query.message:
            raise bad_request("ephemeral messages must be edited, not replaced")
        replaces = chat.find(query.message)
    return Placing(reply_to, thread, receiver, replaces), query is not None


def _replied(call: Call, chat: Chat) -> Posted | None:
    reply = call.params.get("reply_parameters")
    if reply is None:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad_request("the playground has no replies to messages of other chats")
    if "message_id" not in reply and "ephemeral_message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    ephemeral_id = reply.get("ephemeral_message_id")
    found = chat.messages.get(reply.get("message_id", 0)) if ephemeral_id is None else chat.ephemerals.get(ephemeral_id)
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    if found is not None and reply.get("quote", "") not in (
        found.message.get("text") or found.message.get("caption", "")
    ):
        raise bad_request("QUOTE_TEXT_INVALID")
    return found


def _thread(call: Call, chat: Chat, reply_to: Posted | None) -> int | None:
    thread = call.params.get("message_thread_id")
    if thread is None:
        answered: int | None = reply_to.message.get("message_thread_id") if reply_to else None
        return answered
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not chat.is_admin(call.bot.id):
        raise bad_request("TOPIC_CLOSED")
    return topic.id


def _query(call: Call, ephemeral: Json) -> Query | None:
    query_id = ephemeral.get("callback_query_id")
    if query_id is None:
        return None
    query = call.world.queries.get(query_id)
    too_old = query is None or query.age(call.world.clock.now()) > ANSWER_TIME
    if query is None or too_old or query.person_id != ephemeral["receiver_user_id"] or query.bot_id != call.bot.id:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    return query


def _receiver(call: Call, chat: Chat, person_id: int, reply_to: Posted | None, query: Query | None) -> Json:
    """The one who will see it: a member; a bot that does not run the chat must be answering them."""
    if chat.is_private:
        raise bad_request("ephemeral messages can be sent only to groups and supergroups")
    if person_id not in call.world.people or not chat.has(person_id):
        raise bad_request("USER_NOT_PARTICIPANT")
    answers = reply_to is not None and reply_to.receiver == person_id
    fresh = reply_to is not None and call.world.clock.now() - reply_to.message["date"] <= ANSWER_TIME
    if not chat.is_admin(call.bot.id) and query is None and not (answers and fresh):
        raise forbidden("not enough rights to send ephemeral messages to the chat")
    return call.world.user(person_id)
