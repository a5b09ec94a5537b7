"""What becomes of voice messages: who spoke hears what was understood, the liaison hears the message itself."""

from dataclasses import replace

from bot.concerns import staff_views, support_views, views, voice_views
from bot.concerns.forms import Draft, Question
from bot.concerns.model.events import ConcernRaised, DraftHeard
from bot.concerns.notices.people import say_to
from bot.delivery.model import Post, Priority, considerate
from bot.kit.screens import Screen
from bot.kit.words import Words
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def ask_on(uow: UnitOfWork, event: DraftHeard) -> None:
    """Somebody waits for it: whether that was said, or what is to be known besides."""
    draft = uow.conversations.form(event.place)
    if not isinstance(draft, Draft):
        return
    say = say_to(uow, uow.residents.reader(event.place.telegram_id, event.community))
    shown = _question(uow, say, draft, event)
    if not event.understood:
        shown = replace(shown, text="\n".join((voice_views.not_understood(say), shown.text)))
    cause = f"heard-{event.key}-{uow.now.isoformat()}"
    uow.outbox.put(Post(cause, event.place.chat_id, shown.params(), uow.now, priority=Priority.REPLY))


def _question(uow: UnitOfWork, say: Words, draft: Draft, event: DraftHeard) -> Screen:
    if draft.question is Question.SAME and draft.same is not None:
        return support_views.is_it_this(say, draft, uow.concerns.with_id(draft.same))
    return views.question(say, draft, event.home)


def liaison_hears_it(uow: UnitOfWork, event: ConcernRaised) -> None:
    """With those who see to the building, as it was spoken; moderators have it on their card."""
    concern = event.concern
    if concern.told.voice is None:
        return
    spoke = (concern.author.telegram_id, concern.told_by)
    liaisons = uow.roles.holders(concern.community, Role.LIAISON, concern.served_by)
    for reader in (one for one in liaisons if one.telegram_id not in spoke):
        caption = staff_views.spoken(say_to(uow, reader), concern)
        params = {"voice": concern.told.voice, "caption": caption}
        due_at = considerate(uow.now, uow.settings)
        cause = f"concern-{concern.id}-voice-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, params, due_at, "sendVoice"))
