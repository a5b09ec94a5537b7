"""The chair opens and closes the items of a sitting, and has the hands counted (rows R015, R070)."""

from dataclasses import replace

from bot.agenda.model.events import ItemMoved
from bot.agenda.model.item import Item, ItemId, Line
from bot.agenda.model.steps import Need, Step
from bot.floor.model.desk import Desk
from bot.floor.model.events import ItemTreated
from bot.floor.model.log import ChairDeed, ChairLine
from bot.floor.model.refusals import ItemStillOpen, NoItemOpen, NotBegun, TreatedBefore
from bot.floor.model.session import Session
from bot.floor.model.treated import NoVote, TalkOnly, Treated
from bot.floor.service.looking import chaired, chairing_item, desk, my_desk, open_now, permitted, who_is_there
from bot.kit.people import Reader
from bot.previews.model.notice import WhyTalkOnly, why_talk_only
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork

OFFERED = 50
"""So many open items are looked at for other business."""
TALKED_ABOUT = (Step.DELIBERATING, Step.REVIEWING)


def other_business(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> list[Item]:
    """What may be talked about beside the agenda. Raises as `chaired` does."""
    found, _ = chaired(uow, reader, sitting)
    done = {one.item for one in uow.floor.treated(sitting)}
    going_on = uow.agenda.open_items(found.community, OFFERED)
    return [one for one in going_on if one.step in TALKED_ABOUT and one.sitting != sitting and one.id not in done]


def open_item(uow: UnitOfWork, reader: Reader, sitting: SittingId, item: ItemId) -> Desk:
    """Open it, for a vote where it may be voted; one at a time, each once, and not before the hour that was told.

    Opening the open one again looks whether the quorum is there now. Raises `NotBegun`, `ItemStillOpen`,
    `TreatedBefore`, `NoItem`, `ItemOver`, and as `chairing_item` does.
    """
    found, session = chairing_item(uow, reader, sitting, item)
    if uow.now < found.starts_at:
        raise NotBegun(found.starts_at)
    wanted = uow.agenda.get(item, found.community)
    now_open = open_now(uow, sitting)
    if now_open is not None and now_open.item == item:
        if now_open.talk_only is NoVote.QUORUM:
            _open_for_vote(uow, reader, found, session, now_open, wanted)
        return desk(uow, found)
    if now_open is not None:
        raise ItemStillOpen
    treated = uow.floor.treated(sitting)
    if any(one.item == item for one in treated):
        raise TreatedBefore
    why = _why_no_vote(uow, found, wanted)
    new = Treated(sitting, item, len(treated) + 1, uow.now, reader.telegram_id, voted=why is None, talk_only=why)
    uow.floor.treat(new)
    after = _to_resolution(uow, wanted, reader) if why is None else wanted
    _note(uow, reader, new, ChairDeed.ITEM_OPENED)
    uow.record(ItemTreated(session, after, new))
    return desk(uow, found)


def close_item(uow: UnitOfWork, reader: Reader, sitting: SittingId, item: ItemId) -> Desk:
    """Its result binds from now on; what was not resolved goes back to ③. Twice is once.

    Raises `NoItemOpen` for another item, and as `chairing_item` does.
    """
    found, session = permitted(uow, reader, sitting)
    known = next((one for one in uow.floor.treated(sitting) if one.item == item), None)
    if known is None:
        raise NoItemOpen
    if known.closed_at is None:
        chairing_item(uow, reader, sitting, item)
        finish(uow, found, session, known, reader.telegram_id)
        return desk(uow, found)
    return my_desk(uow, reader, sitting)


def finish(uow: UnitOfWork, sitting: Sitting, session: Session, treated: Treated, by: int) -> None:
    """Close an open item; one that a vote was opened on stays in ④ until that closes. `by`: 0 for time itself."""
    closed = replace(treated, closed_at=uow.now)
    uow.floor.save_treated(closed)
    for turn in uow.floor.turns(treated.sitting, treated.item):
        if turn.ended_at is None:
            uow.floor.save_turn(replace(turn, ended_at=uow.now))
    item = uow.agenda.get(treated.item, sitting.community)
    if item.step is Step.RESOLVING and not treated.balloted:
        rules = uow.settings_of(item.community, item.proposed_at).agenda
        resolved = item.resolved(treated.result.outcome, uow.now, rules) if treated.result else item.put_off(uow.now)
        item = _moved(uow, item, resolved, by)
    uow.floor.note(treated.sitting, ChairLine(uow.now, ChairDeed.ITEM_CLOSED, by, treated.item))
    uow.record(ItemTreated(session, item, closed))


def _open_for_vote(
    uow: UnitOfWork, reader: Reader, sitting: Sitting, session: Session, treated: Treated, item: Item
) -> None:
    why = _why_no_vote(uow, sitting, item)
    if why is not NoVote.QUORUM:
        votable = replace(treated, voted=why is None, talk_only=why)
        uow.floor.save_treated(votable)
        after = _to_resolution(uow, item, reader) if why is None else item
        _note(uow, reader, votable, ChairDeed.ITEM_OPENED)
        uow.record(ItemTreated(session, after, votable))


def _why_no_vote(uow: UnitOfWork, sitting: Sitting, item: Item) -> TalkOnly | None:
    if item.sitting != sitting.id:
        return NoVote.OTHER_BUSINESS
    slots, publications = uow.previews.slots(sitting.id), uow.previews.publications(sitting.id)
    if why := why_talk_only(item, sitting, slots, publications, uow.settings):
        return why
    wording = uow.agenda.wording(item.id, item.version)
    if wording is None or not wording.intact:
        return WhyTalkOnly.NO_WORDING
    return None if who_is_there(uow, sitting).quorum_met else NoVote.QUORUM


def _to_resolution(uow: UnitOfWork, item: Item, reader: Reader) -> Item:
    """③ → ④. What was left in ④ stays there."""
    if item.step is Step.RESOLVING:
        return item
    after = item.moved_on(
        uow.now, {Need.WORDING, Need.NOTICE}, uow.settings_of(item.community, item.proposed_at).agenda
    )
    return _moved(uow, item, after, reader.telegram_id)


def _moved(uow: UnitOfWork, before: Item, after: Item, by: int) -> Item:
    uow.agenda.save(after)
    uow.agenda.note(after.id, Line(uow.now, after.step, by or None))
    uow.record(ItemMoved(after, before.step))
    return after


def _note(uow: UnitOfWork, reader: Reader, treated: Treated, deed: ChairDeed) -> None:
    words = str(treated.talk_only or "")
    uow.floor.note(treated.sitting, ChairLine(uow.now, deed, reader.telegram_id, treated.item, words))
