"""Topics of a forum: createForumTopic, editForumTopic, closeForumTopic, reopenForumTopic."""

from bot.playground.chats import Chat, Topic
from bot.playground.methods.call import Call, chat_of
from bot.playground.posting import Placing, post
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json

_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def create_forum_topic(call: Call) -> Json:
    """A new topic; the answer is a `ForumTopic`."""
    chat = _forum(call)
    color = call.params.get("icon_color", _COLORS[0])
    if color not in _COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    created = {"name": call.params["name"], "icon_color": color}
    posted = post(call.world, chat, call.bot.user(), {"forum_topic_created": created})
    topic = Topic(posted.message["message_id"], call.params["name"], color)
    posted.message |= {"message_thread_id": topic.id, "is_topic_message": True}
    chat.topics[topic.id] = topic
    call.world.touch("chats", chat.id)
    return {"message_thread_id": topic.id, **created}


def edit_forum_topic(call: Call) -> bool:
    """Rename a topic."""
    chat, topic = _topic(call)
    name = call.params.get("name") or topic.name
    if name == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = name
    return _noted(call, chat, topic, {"forum_topic_edited": {"name": name}})


def close_forum_topic(call: Call) -> bool:
    """Nobody but administrators can write in it any more."""
    return _set_closed(call, closed=True)


def reopen_forum_topic(call: Call) -> bool:
    """Everybody can write in it again."""
    return _set_closed(call, closed=False)


def _set_closed(call: Call, *, closed: bool) -> bool:
    chat, topic = _topic(call)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return _noted(call, chat, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})


def _noted(call: Call, chat: Chat, topic: Topic, content: Json) -> bool:
    post(call.world, chat, call.bot.user(), content, Placing(thread=topic.id))
    call.world.touch("chats", chat.id)
    return True


def _forum(call: Call) -> Chat:
    chat = chat_of(call)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.is_admin(call.bot.id):
        raise bad_request("not enough rights to create a topic")
    return chat


def _topic(call: Call) -> tuple[Chat, Topic]:
    chat = _forum(call)
    topic = chat.topics.get(call.params["message_thread_id"])
    if topic is None:
        raise bad_request("message thread not found")
    return chat, topic
