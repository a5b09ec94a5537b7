"""What others are told about a wish.

Posts that name the helper begin with the helper's subject, so that they go with the helper; all others with the wish's.
"""

from collections.abc import Callable, Collection, Sequence

from bot.delivery.model import Board, Post, Priority, considerate
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.unit_of_work import UnitOfWork
from bot.wishes import helping_views, views
from bot.wishes.model.events import (
    PhotoWanted,
    WishChanged,
    WishClaimed,
    WishDue,
    WishEnded,
    WishGivenBack,
    WishGranted,
    WishOffered,
    WishQueued,
    WishThanked,
)
from bot.wishes.model.wish import NOBODY, Standing, State, Wish

Shown = Callable[[Words], Sequence[Screen]]


def show_card(uow: UnitOfWork, event: WishChanged) -> None:
    """One card in the main group; it always shows how things are. Only a new one disturbs anybody."""
    wish, board = event.wish, f"wish-{event.wish.id}"
    group = uow.groups.serving(wish.community, Purpose.MAIN)
    if group is not None:
        stands = uow.outbox.message_of(group.chat_id, board) is not None
        due_at = uow.now if stands else considerate(uow.now, uow.settings)
        card = views.card(words_for(Reader(0, ""), uow.settings.zone), wish)
        uow.outbox.show(Board(board, group.chat_id, card.params(), due_at))


def helper_reads_where(uow: UnitOfWork, event: WishClaimed) -> None:
    """Who tapped in the group reads in private where to go; it waits for no morning."""
    if event.in_group and event.wish.helper is not None:
        standing, helper = Standing(event.wish), event.wish.helper.telegram_id
        cause = f"wish-{event.wish.id}-where-{event.wish.turn}"
        _tell(uow, event.wish, helper, cause, lambda say: [helping_views.claimed(say, standing)], Priority.REPLY)


def who_queues_reads_how_to_leave(uow: UnitOfWork, event: WishQueued) -> None:
    """After a tap in the group."""
    standing = Standing(event.wish, waiting=event.waiting)
    cause = f"wish-{event.wish.id}-queued-{event.waiting.id}"
    them = event.waiting.telegram_id
    _tell(uow, event.wish, them, cause, lambda say: [helping_views.claimed(say, standing)], Priority.REPLY)


def wisher_hears_who_comes(uow: UnitOfWork, event: WishClaimed) -> None:
    wish = event.wish
    cause = f"granter-{wish.id}-comes-{wish.turn}"
    _tell(uow, wish, wish.wisher.telegram_id, cause, lambda say: [helping_views.who_comes(say, wish)])


def ask_next(uow: UnitOfWork, event: WishOffered) -> None:
    """Whose turn it is."""
    wish, until = event.wish, event.wish.due_at
    if wish.helper is not None and until is not None:
        cause = f"wish-{wish.id}-turn-{wish.turn}"
        _tell(uow, wish, wish.helper.telegram_id, cause, lambda say: [helping_views.your_turn(say, wish, until)])


def hear_of_return(uow: UnitOfWork, event: WishGivenBack) -> None:
    """The wisher, if somebody was to come; and the helper who did not answer."""
    wish, before = event.wish, event.before
    if before.state is State.CLAIMED:
        cause = f"wish-{wish.id}-again-{before.turn}"
        _tell(uow, wish, wish.wisher.telegram_id, cause, lambda say: [helping_views.open_again(say, wish)])
    if event.lapsed and before.helper is not None:
        cause = f"wish-{wish.id}-released-{before.turn}"
        _tell(uow, wish, before.helper.telegram_id, cause, lambda say: [helping_views.released(say, wish)])


def thank(uow: UnitOfWork, event: WishGranted) -> None:
    """The helper gets a card, and nobody waits any longer."""
    wish = event.wish
    if wish.helper is not None:
        cause = f"wish-{wish.id}-granted"
        _tell(uow, wish, wish.helper.telegram_id, cause, lambda say: [helping_views.thank_you(say, wish)])
    _tell_not_needed(uow, wish, event.waiting)


def hand_thanks_on(uow: UnitOfWork, event: WishThanked) -> None:
    """In the wisher's words."""
    wish, words = event.wish, event.words
    if wish.helper is not None:
        cause = f"wish-{wish.id}-thanks"
        _tell(uow, wish, wish.helper.telegram_id, cause, lambda say: helping_views.thanks_in_words(say, wish, words))


def hear_of_end(uow: UnitOfWork, event: WishEnded) -> None:
    """The wisher, where it was not they who ended it; the helper, and who waits."""
    wish, helper = event.wish, event.before.helper
    if wish.state is State.TAKEN_DOWN:
        cause = f"wish-{wish.id}-taken-down"
        _tell(uow, wish, wish.wisher.telegram_id, cause, lambda say: helping_views.taken_down(say, wish))
    elif event.lapsed:
        cause = f"wish-{wish.id}-lapsed"
        _tell(uow, wish, wish.wisher.telegram_id, cause, lambda say: [helping_views.lapsed(say, wish)])
    coming = (helper.telegram_id,) if helper is not None and event.before.live else ()
    _tell_not_needed(uow, wish, (*coming, *event.waiting))


def ask_what_becomes_of_it(uow: UnitOfWork, event: WishDue) -> None:
    """The wisher, and the helper if there is one."""
    wish, until = event.wish, event.wish.due_at
    if until is None:
        return
    cause = f"wish-{wish.id}-due-{event.at:%Y%m%d%H%M%S}"
    ask_wisher = helping_views.still_waiting if wish.helper is None else helping_views.has_it_come_true
    _tell(uow, wish, wish.wisher.telegram_id, f"{cause}-wisher", lambda say: [ask_wisher(say, wish, until)])
    if wish.helper is not None:
        helper = wish.helper.telegram_id
        _tell(uow, wish, helper, f"{cause}-helper", lambda say: [helping_views.do_you_still_come(say, wish, until)])


def send_photo(uow: UnitOfWork, event: PhotoWanted) -> None:
    """To the one who asked for it, who waits."""
    wish = event.wish
    params = {"photo": wish.photo, "caption": wish.text}
    cause = f"wish-{wish.id}-photo-{event.key}"
    uow.outbox.put(Post(cause, event.telegram_id, params, uow.now, "sendPhoto", Priority.REPLY))


def _tell_not_needed(uow: UnitOfWork, wish: Wish, them: Collection[int]) -> None:
    for place, telegram_id in enumerate(them):
        cause = f"wish-{wish.id}-not-needed-{place}"
        _tell(uow, wish, telegram_id, cause, lambda say: [helping_views.not_needed(say, wish)])


def _tell(
    uow: UnitOfWork, wish: Wish, telegram_id: int, cause: str, shown: Shown, priority: Priority = Priority.NOTICE
) -> None:
    """Quiet hours hold back what nobody waits for."""
    if telegram_id == NOBODY:
        return
    due_at = uow.now if priority is Priority.REPLY else considerate(uow.now, uow.settings)
    reader = uow.residents.reader(telegram_id, wish.community)
    for part, page in enumerate(shown(words_for(reader, uow.settings.zone))):
        uow.outbox.put(Post(f"{cause}-{part}", telegram_id, page.params(), due_at, priority=priority))
