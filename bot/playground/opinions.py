"""What people do to messages without words: voting in polls, and reactions."""

from bot.playground import delivery
from bot.playground.chats import Posted
from bot.playground.posting import change
from bot.playground.refusals import Impossible
from bot.playground.shapes import Json, Rows
from bot.playground.world import World
from bot.playground.writing import Writer, visible


def vote(world: World, writer: Writer, message_id: int, options: list[int]) -> Posted:
    """Vote for options of a poll by number; none takes the vote back."""
    posted = visible(writer, message_id)
    poll = posted.message.get("poll")
    if poll is None or poll["is_closed"]:
        raise Impossible("that is no open poll")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise Impossible("this poll takes one answer")
    if any(number not in range(len(poll["options"])) for number in options):
        raise Impossible(f"options are numbered 0 to {len(poll['options']) - 1}")
    kept = world.polls[poll["id"]]
    kept["votes"][str(writer.person.id)] = options
    counted = _counted(poll, list(kept["votes"].values()))
    change(world, writer.chat, posted, {"poll": counted})
    author = world.bot_of_id(kept["bot"])
    if author is not None:
        delivery.hand_to(world, author, "poll", counted)
        if not poll["is_anonymous"]:
            answer: Json = {"poll_id": poll["id"], "user": writer.person.user(), "option_ids": options}
            answer["option_persistent_ids"] = [str(number) for number in options]
            delivery.hand_to(world, author, "poll_answer", answer)
    return posted


def _counted(poll: Json, votes: list[list[int]]) -> Json:
    counts = [sum(number in chosen for chosen in votes) for number in range(len(poll["options"]))]
    options = [option | {"voter_count": count} for option, count in zip(poll["options"], counts, strict=True)]
    return poll | {"options": options, "total_voter_count": sum(bool(chosen) for chosen in votes)}


def react(world: World, writer: Writer, message_id: int, emoji: str) -> None:
    """Put an emoji on a message; an empty one takes it away. Administrator bots hear of it if they asked to."""
    posted, chat, person = visible(writer, message_id), writer.chat, writer.person
    given = chat.reactions.setdefault(posted.message["message_id"], {})
    before, after = given.get(person.id, []), [{"type": "emoji", "emoji": emoji}] if emoji else []
    given[person.id] = after
    update = _reacted(world, writer, posted, before, after)
    for account in world.bots_in(chat):
        if chat.is_private or chat.is_admin(account.id):
            delivery.hand_to(world, account, "message_reaction", update)
    world.touch("reaction", chat.id, message_id=message_id)


def _reacted(world: World, writer: Writer, posted: Posted, before: Rows, after: Rows) -> Json:
    return {
        "chat": writer.chat.brief(),
        "message_id": posted.message["message_id"],
        "user": writer.person.user(),
        "date": world.clock.stamp(),
        "old_reaction": before,
        "new_reaction": after,
    }
