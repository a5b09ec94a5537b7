"""What others are told about minutes. Causes and boards about somebody's correction begin with its subject."""

from bot.delivery.model import Board, Post, considerate
from bot.groups.model import Purpose
from bot.kit.people import CommunityId, Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.minutes import views, writing_views
from bot.minutes.model.erratum import Reading, Verdict
from bot.minutes.model.events import (
    BallotsCounted,
    ErratumDecided,
    ErratumWritten,
    MinutesApproved,
    MinutesDrafted,
    MinutesFinal,
    MinutesLate,
    MinutesPublished,
)
from bot.minutes.model.minutes import NOBODY, Minutes
from bot.minutes.model.record import Matter
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def hand_to_chair(uow: UnitOfWork, event: MinutesDrafted) -> None:
    """The draft, to be approved."""
    minutes = event.minutes
    draft = Reading(minutes, (), event.chair, approves=True)
    shown = views.reading(_words(uow, minutes.chair, minutes.community), draft)
    _tell(uow, minutes.chair, f"minutes-{minutes.sitting}-draft", shown)


def remind(uow: UnitOfWork, event: MinutesLate) -> None:
    """The chair; the second time all who moderate."""
    minutes = event.minutes
    moderators = [reader.telegram_id for reader in uow.roles.holders(minutes.community, Role.MODERATOR)]
    for telegram_id in moderators if minutes.reminders > 1 else [minutes.chair]:
        shown = views.late(_words(uow, telegram_id, minutes.community), minutes)
        cause = f"minutes-{minutes.sitting}-late-{minutes.reminders}-{telegram_id}"
        _tell(uow, telegram_id, cause, shown)


def remind_no_longer(uow: UnitOfWork, event: MinutesApproved) -> None:
    """Nobody is asked in the morning what was done at night."""
    uow.outbox.withdraw_all(f"minutes-{event.minutes.sitting}-late-", uow.now)


def show_in_group(uow: UnitOfWork, event: MinutesPublished | MinutesFinal | ErratumDecided | BallotsCounted) -> None:
    """One post; that something was corrected or counted, or that they are final, is an edit of it."""
    minutes = event.minutes
    group = uow.groups.serving(minutes.community, Purpose.MAIN)
    if group is None or not minutes.public:
        return
    name = f"minutes-{minutes.sitting}"
    stands = uow.outbox.message_of(group.chat_id, name) is not None
    shown = Reading(minutes, uow.minutes.errata(minutes.sitting))
    post = views.in_group(words_for(Reader(0, ""), uow.settings.zone), shown, uow.link)
    due_at = uow.now if stands else considerate(uow.now, uow.settings)
    uow.outbox.show(Board(name, group.chat_id, post.params(), due_at))


def tell_whose_matter(uow: UnitOfWork, event: MinutesPublished) -> None:
    """Who proposed an item, and whose concern it came from, each once: what became of it."""
    minutes = event.minutes
    for matter in minutes.record.matters:
        for telegram_id in _concerned(uow, minutes, matter):
            shown = views.became(_words(uow, telegram_id, minutes.community), minutes, matter)
            _tell(uow, telegram_id, f"minutes-{minutes.sitting}-item-{matter.item}-{telegram_id}", shown)


def show_cards(uow: UnitOfWork, event: ErratumWritten | ErratumDecided) -> None:
    """To all who moderate: one decides, the others see that it is decided."""
    minutes, erratum = event.minutes, event.erratum
    for reader in uow.roles.holders(minutes.community, Role.MODERATOR):
        card = writing_views.card(words_for(reader, uow.settings.zone), minutes, erratum)
        due_at = considerate(uow.now, uow.settings)
        uow.outbox.show(Board(f"erratum-{erratum.id}", reader.telegram_id, card.params(), due_at))


def tell_who_wrote(uow: UnitOfWork, event: ErratumDecided) -> None:
    """What became of their correction."""
    erratum = event.erratum
    say = _words(uow, erratum.author, erratum.community)
    for part, shown in enumerate(writing_views.answer(say, event.minutes, erratum)):
        _tell(uow, erratum.author, f"erratum-{erratum.id}-answer-{part}", shown)


def tell_what_is_left(uow: UnitOfWork, event: MinutesFinal) -> None:
    """Nobody decided on some corrections: they stand at the end, and moderators hear of it."""
    minutes = event.minutes
    errata = uow.minutes.errata(minutes.sitting)
    pending = [erratum for erratum in errata if erratum.verdict is Verdict.PENDING]
    for reader in uow.roles.holders(minutes.community, Role.MODERATOR) if pending else ():
        shown = views.unhandled(words_for(reader, uow.settings.zone), minutes, len(pending))
        _tell(uow, reader.telegram_id, f"minutes-{minutes.sitting}-left-{reader.telegram_id}", shown)
    for erratum in pending:
        show_cards(uow, ErratumWritten(minutes, erratum))


def _concerned(uow: UnitOfWork, minutes: Minutes, matter: Matter) -> set[int]:
    item = uow.agenda.get(matter.item, minutes.community)
    concern = uow.concerns.with_id(item.concern) if item.concern is not None else None
    return {item.proposer, (concern.last_word if concern else None) or NOBODY} - {NOBODY}


def _words(uow: UnitOfWork, telegram_id: int, community: CommunityId) -> Words:
    return words_for(uow.residents.reader(telegram_id, community), uow.settings.zone)


def _tell(uow: UnitOfWork, telegram_id: int, cause: str, shown: Screen) -> None:
    if telegram_id != NOBODY:
        uow.outbox.put(Post(cause, telegram_id, shown.params(), considerate(uow.now, uow.settings)))
