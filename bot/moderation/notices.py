"""What the group and the person read of a measure, and what Telegram is asked to do for it."""

from bot.delivery.model import Post, Priority
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.moderation import notice_views
from bot.moderation.model import (
    LEAST_HOLD,
    Kind,
    Measure,
    MeasureOver,
    MeasureTaken,
    MeasureUndone,
    SpokeTooSoon,
)
from bot.unit_of_work import UnitOfWork

SEND = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews",
)  # fmt: skip
"""What somebody who pauses does not do; nothing else is taken from them."""
OTHERS = ("can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics", "can_react_to_messages")
SAY_ANEW = {"sendPhoto": "photo", "sendVideo": "video", "sendVoice": "voice", "sendDocument": "document"}
"""How a file that was taken out is put back: method and parameter."""


def carry_out(uow: UnitOfWork, event: MeasureTaken) -> None:
    """The group reads it first; then it is done; then the person reads why."""
    measure = event.measure
    cause = _cause(measure)
    _in_group(uow, measure, "taken", notice_views.in_group(_of_group(uow), measure))
    said = measure.said
    if said is None:
        return
    if measure.kind is Kind.PAUSE and measure.until is not None:
        hold = {"user_id": said.telegram_id, "permissions": dict.fromkeys(SEND, False)}
        hold["until_date"] = int(measure.until.timestamp())
        latest = measure.until - LEAST_HOLD / 2
        uow.outbox.put(
            Post(f"{cause}-hold", measure.chat_id, hold, uow.now, "restrictChatMember", Priority.REPLY, latest)
        )
    elif measure.kind is Kind.REMOVAL:
        gone = {"message_id": said.message_id}
        uow.outbox.put(Post(f"{cause}-gone", measure.chat_id, gone, uow.now, "deleteMessage", Priority.REPLY))
    reader = uow.residents.reader(said.telegram_id, measure.community)
    for part, shown in enumerate(notice_views.told(words_for(reader, uow.settings.zone), measure)):
        uow.outbox.put(Post(f"{cause}-told-{part}", said.telegram_id, shown.params(), uow.now, priority=Priority.REPLY))


def remind_of_turn(uow: UnitOfWork, event: SpokeTooSoon) -> None:
    """Kindly, in private where there is a private chat; and Telegram holds them back until it is their turn."""
    slow, turn = event.measure, event.turn
    cause = f"{_cause(slow)}-soon-{turn.telegram_id}-{turn.spoke_at.isoformat()}"
    if event.again - uow.now >= LEAST_HOLD:
        hold = {"user_id": turn.telegram_id, "permissions": dict.fromkeys(SEND, False)}
        hold["until_date"] = int(event.again.timestamp())
        latest = event.again - LEAST_HOLD / 2
        uow.outbox.put(Post(f"{cause}-hold", slow.chat_id, hold, uow.now, "restrictChatMember", Priority.REPLY, latest))
    if uow.residents.account(turn.telegram_id) is None:
        window = int(turn.spoke_at.timestamp()) // (60 * slow.pace)
        _in_group(uow, slow, f"soon-{window}", notice_views.soon_in_group(_of_group(uow), slow))
        return
    say = words_for(uow.residents.reader(turn.telegram_id, slow.community), uow.settings.zone)
    shown = notice_views.too_soon(say, slow, event.again)
    uow.outbox.put(Post(cause, turn.telegram_id, shown.params(), uow.now, priority=Priority.REPLY, until=event.again))


def tell_over(uow: UnitOfWork, event: MeasureOver) -> None:
    """The group of a slow mode's end, the person of their pause's."""
    measure = event.measure
    if measure.kind is Kind.SLOW:
        _in_group(uow, measure, "over", notice_views.over_in_group(_of_group(uow), measure))
    elif measure.said is not None:
        _tell_free(uow, measure)


def undo(uow: UnitOfWork, event: MeasureUndone) -> None:
    """Who was held back may write at once, and what was taken out is said again."""
    measure, said = event.measure, event.measure.said
    uow.outbox.withdraw_all(f"{_cause(measure)}-", uow.now)
    _in_group(uow, measure, "undone", notice_views.undone_in_group(_of_group(uow), measure, event.by))
    paused = (said.telegram_id,) if said is not None and measure.kind is Kind.PAUSE else ()
    for telegram_id in (*event.held, *paused):
        free = {"user_id": telegram_id, "permissions": dict.fromkeys((*SEND, *OTHERS), True)}
        cause = f"{_cause(measure)}-free-{telegram_id}"
        uow.outbox.put(Post(cause, measure.chat_id, free, uow.now, "restrictChatMember", Priority.REPLY))
    if paused:
        _tell_free(uow, measure)
    elif measure.kind is Kind.REMOVAL and said is not None and said.media in SAY_ANEW:
        params = {SAY_ANEW[said.media]: said.file_id}
        uow.outbox.put(Post(f"{_cause(measure)}-again", measure.chat_id, params, uow.now, said.media))


def _tell_free(uow: UnitOfWork, measure: Measure) -> None:
    if measure.said is not None and measure.said.telegram_id:
        reader = uow.residents.reader(measure.said.telegram_id, measure.community)
        shown = notice_views.pause_over(words_for(reader, uow.settings.zone), measure)
        uow.outbox.put(Post(f"{_cause(measure)}-free", reader.telegram_id, shown.params(), uow.now))


def _in_group(uow: UnitOfWork, measure: Measure, about: str, shown: Screen) -> None:
    cause = f"{_cause(measure)}-{about}"
    uow.outbox.put(Post(cause, measure.chat_id, shown.params(), uow.now, priority=Priority.REPLY))


def _cause(measure: Measure) -> str:
    return f"measure-{measure.id}"


def _of_group(uow: UnitOfWork) -> Words:
    return words_for(Reader(0, ""), uow.settings.zone)
