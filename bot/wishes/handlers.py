"""Making wishes, seeing to them, and thanks."""

from collections.abc import Callable

from aiogram.types import Message

from bot.kit.home import MAKE_WISH, MakeWish
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.kit.words import later
from bot.residents.model import NotOnRoll
from bot.wishes import helping_views, refusal_views, taps, views
from bot.wishes.forms import Thanking, WishDraft
from bot.wishes.model.wish import NoWish, WishId, WishOver
from bot.wishes.service import helping, looking, making
from nlu.answer import yes_or_no
from nlu.number import number_first

SMALL_WISH = later("Small wish")


async def begin(visit: Visit, words: str | None = None) -> None:
    """许个微心愿 or /wish: ask for a sentence, unless it was said along with it."""
    photo = _told(visit.message)[1] if visit.tap is None else None
    new = WishDraft(str(visit.key), " ".join((words or "").split()), photo)
    await _ask(visit, await visit.do(making.begin, visit.reader, visit.place, new))


async def hears(visit: Visit, message: Message) -> None:
    """The next message of somebody who is making a wish."""
    draft = visit.form
    if not isinstance(draft, WishDraft):
        return
    text, photo = _told(message)
    agreed = yes_or_no(text) if draft.text and not photo else None
    if draft.adding and not photo:
        await _ask(visit, draft)
    elif agreed is not None:
        await (
            confirm(visit, taps.ConfirmWish(key=draft.key)) if agreed else say_anew(visit, taps.SayAnew(key=draft.key))
        )
    elif text or photo:
        await _change(visit, draft.key, lambda open_draft: open_draft.says(text, photo))
    else:
        await visit.show(views.cannot_keep(visit.say))


async def confirm(visit: Visit, tap: taps.ConfirmWish) -> None:
    wish = await visit.do(making.make, visit.reader, visit.place, tap.key)
    await visit.show(views.made(visit.say, wish))


async def say_anew(visit: Visit, tap: taps.SayAnew) -> None:
    await _change(visit, tap.key, WishDraft.anew)


async def add_photo(visit: Visit, tap: taps.AddPhoto) -> None:
    await _change(visit, tap.key, WishDraft.adds)


async def no_photo(visit: Visit, tap: taps.NoPhoto) -> None:
    await _change(visit, tap.key, WishDraft.stays)


async def drop(visit: Visit, tap: taps.DropWish) -> None:
    await visit.do(making.drop, visit.place, tap.key)
    await visit.show(views.dropped(visit.say))


async def see_wishes(visit: Visit, tap: taps.SeeWishes | str | None) -> None:
    await _turn_away(visit)
    page = tap.page if isinstance(tap, taps.SeeWishes) else 0
    await visit.show(views.listed(visit.say, await visit.ask(looking.open_wishes, visit.reader, page)))


async def my_wishes(visit: Visit, tap: taps.MyWishes | str | None) -> None:
    await _turn_away(visit)
    page = tap.page if isinstance(tap, taps.MyWishes) else 0
    await visit.show(views.mine(visit.say, await visit.ask(looking.mine, visit.reader), page))


async def see_photo(visit: Visit, tap: taps.SeePhoto) -> None:
    await visit.do(looking.see_photo, visit.reader, WishId(tap.wish), str(visit.key))
    await visit.show(views.photo_comes(visit.say))


async def claim(visit: Visit, tap: taps.ClaimWish) -> None:
    """In the group the answer is for who tapped alone; the rest is in private."""
    standing = await visit.do(helping.claim, visit.reader, WishId(tap.wish), visit.in_group)
    if visit.in_group:
        await visit.answer_tap(helping_views.claimed_in_alert(visit.say, standing), alert=True)
    else:
        await visit.show(helping_views.claimed(visit.say, standing))


async def leave_queue(visit: Visit, tap: taps.LeaveQueue) -> None:
    await visit.do(helping.leave_queue, visit.reader, WishId(tap.wish), tap.waiting)
    await visit.show(helping_views.left_queue(visit.say))


async def give_back(visit: Visit, tap: taps.GiveBack) -> None:
    wish = await visit.do(helping.give_back, visit.reader, WishId(tap.wish), tap.turn)
    await visit.show(helping_views.given_back(visit.say, wish))


async def wait_on(visit: Visit, tap: taps.WaitOn) -> None:
    wish = await visit.do(helping.wait, visit.reader, WishId(tap.wish))
    await visit.show(helping_views.noted(visit.say, wish))


async def grant(visit: Visit, tap: taps.Grant) -> None:
    wish = await visit.do(helping.grant, visit.reader, WishId(tap.wish), tap.turn)
    await visit.show(helping_views.came_true(visit.say, wish))


async def write_thanks(visit: Visit, tap: taps.WriteThanks) -> None:
    wish = await visit.do(helping.begin_thanks, visit.reader, visit.place, WishId(tap.wish))
    if wish.thanked:
        await visit.show(helping_views.thanked(visit.say))
    else:
        await _ask_thanks(visit, None)


async def hears_thanks(visit: Visit, message: Message) -> None:
    if not isinstance(visit.form, Thanking):
        return
    words, _ = _told(message)
    if not words:
        await _ask_thanks(visit, visit.form)
        return
    try:
        await visit.do(helping.thank, visit.reader, visit.place, visit.form.wish, words)
    except (NoWish, NotOnRoll, WishOver):  # nothing that is said can be thanks for it any more
        await visit.town.do(lambda uow: uow.conversations.keep(visit.place, None))
        raise
    await visit.show(helping_views.thanked(visit.say))


async def name_me(visit: Visit, tap: taps.NameMe) -> None:
    await visit.do(helping.name_me, visit.reader, WishId(tap.wish), tap.named)
    await visit.show(helping_views.credited(visit.say, tap.wish, tap.named))


async def withdraw(visit: Visit, tap: taps.Withdraw) -> None:
    wish = WishId(tap.wish)
    if tap.sure:
        await visit.show(helping_views.withdrawn(visit.say, await visit.do(helping.withdraw, visit.reader, wish)))
    else:
        await visit.show(
            helping_views.ask_withdraw(visit.say, await visit.ask(helping.to_withdraw, visit.reader, wish))
        )


async def take_down(visit: Visit, words: str) -> None:
    """`/takedown 5 reason`"""
    number, reason = number_first(words.lstrip("#Ww"))
    if number is not None and reason:
        wish = await visit.do(helping.take_down, visit.reader, number, reason)
        await visit.show(helping_views.taken_down_now(visit.say, wish))
    else:
        await visit.show(helping_views.how_to_take_down(visit.say))


async def in_private(visit: Visit, _: str) -> None:
    await visit.show(helping_views.in_private(visit.say))


async def _turn_away(visit: Visit) -> None:
    """Whoever looks at something else thanks nobody with the next words."""
    if isinstance(visit.form, Thanking):
        await visit.keep(None)


async def _change(visit: Visit, key: str, change: Callable[[WishDraft], WishDraft]) -> None:
    await _ask(visit, await visit.do(making.tell, visit.place, key, change))


async def _ask(visit: Visit, draft: WishDraft) -> None:
    await visit.show(views.question(visit.say, draft, await visit.ask(making.characters)))


async def _ask_thanks(visit: Visit, _: Thanking | None) -> None:
    await visit.show(helping_views.ask_thanks(visit.say, await visit.ask(making.characters)))


def _told(message: Message) -> tuple[str, str | None]:
    """A sentence on one line, and a photo; empty and None for what is neither."""
    text = " ".join((message.text or message.caption or "").split())
    return text, message.photo[-1].file_id if message.photo else None


def routes() -> Routes:
    """What reaches the wishes."""
    return Routes(
        commands={"wish": begin, "wishes": see_wishes, "takedown": take_down},
        group_commands={"wish": in_private, "wishes": in_private, "takedown": take_down},
        taps={
            MakeWish: lambda visit, _: begin(visit),
            taps.SeeWishes: see_wishes,
            taps.MyWishes: my_wishes,
            taps.ConfirmWish: confirm,
            taps.SayAnew: say_anew,
            taps.AddPhoto: add_photo,
            taps.NoPhoto: no_photo,
            taps.DropWish: drop,
            taps.ClaimWish: claim,
            taps.LeaveQueue: leave_queue,
            taps.GiveBack: give_back,
            taps.WaitOn: wait_on,
            taps.Grant: grant,
            taps.WriteThanks: write_thanks,
            taps.NameMe: name_me,
            taps.Withdraw: withdraw,
            taps.SeePhoto: see_photo,
        },
        says={SMALL_WISH: begin, MAKE_WISH: begin, views.SEE_WISHES: see_wishes, views.MY_WISHES: my_wishes},
        doors={"wish": lambda visit, _: begin(visit), "wishes": see_wishes},
        forms={WishDraft: FormRoute(hears, _ask), Thanking: FormRoute(hears_thanks, _ask_thanks)},
        explanations=refusal_views.EXPLANATIONS,
    )
