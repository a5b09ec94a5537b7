"""The buttons of a draft: each changes the draft that it was shown for, and no other."""

from bot.concerns import support_views, taps, views, voice_views
from bot.concerns.forms import COMMON_GROUND, Draft, Question
from bot.concerns.model.concern import ConcernId
from bot.concerns.model.refusals import NotOffered
from bot.concerns.model.told import Told
from bot.concerns.service import chain, speaking, support, telling
from bot.concerns.service.telling import Change
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from nlu.category import CATEGORIES
from nlu.place import Place


async def change(visit: Visit, key: str, tell: Change) -> None:
    """Tell more of the draft with this key, and ask what is still to be known."""
    await ask(visit, await visit.do(telling.change, visit.reader, visit.place, key, tell))


async def ask(visit: Visit, draft: Draft) -> None:
    """What the draft asks next."""
    if draft.question is Question.SAME and draft.same is not None and not draft.adding:
        concern = await visit.ask(chain.here, visit.reader, draft.same)
        await visit.show(support_views.is_it_this(visit.say, draft, concern))
        return
    home = None
    if draft.question is Question.WHERE:
        home = (await visit.ask(speaking.author, visit.reader, visit.place)).household
    await visit.show(views.question(visit.say, draft, home))


async def pick_place(visit: Visit, tap: taps.PickPlace) -> None:
    where = str(Place(tap.building, tap.unit)) if tap.building else COMMON_GROUND
    door = (tap.building, tap.unit)
    await ask(visit, await visit.do(telling.pick_place, visit.reader, visit.place, tap.key, door, where))


async def pick_category(visit: Visit, tap: taps.PickCategory) -> None:
    if tap.category not in CATEGORIES:
        raise NotOffered
    await change(visit, tap.key, lambda draft: draft.about(tap.category))


async def turn_categories(visit: Visit, tap: taps.TurnCategories) -> None:
    draft = await visit.ask(telling.open_draft, visit.place, tap.key)
    await visit.show(views.categories(visit.say, draft, tap.page))


async def add_media(visit: Visit, tap: taps.AddMedia) -> None:
    await change(visit, tap.key, Draft.adds)


async def amend(visit: Visit, tap: taps.Amend) -> None:
    await visit.show(views.amend(visit.say, await visit.ask(telling.open_draft, visit.place, tap.key)))


async def ask_again(visit: Visit, tap: taps.AskAgain) -> None:
    await change(visit, tap.key, lambda draft: draft.ask_again(tap.question))


async def leave_it(visit: Visit, tap: taps.ReadBack) -> None:
    await change(visit, tap.key, lambda draft: draft.tells(Told()))


async def that_one(visit: Visit, tap: taps.ThatOne) -> None:
    concern = ConcernId(tap.concern)
    await visit.do(support.that_one, visit.reader, visit.place, tap.key, concern)
    await visit.show(support_views.joined(visit.say, await visit.ask(chain.of, visit.reader, concern)))


async def another(visit: Visit, tap: taps.Another) -> None:
    await change(visit, tap.key, Draft.is_another)


async def confirm(visit: Visit, tap: taps.Confirm) -> None:
    concern = await visit.do(telling.raise_draft, visit.reader, visit.place, tap.key)
    await visit.show(views.receipt(visit.say, concern))


async def not_wait(visit: Visit, tap: taps.NotWait) -> None:
    await change(visit, tap.key, Draft.unheard)


async def heard_wrong(visit: Visit, tap: taps.HeardWrong) -> None:
    draft = await visit.do(telling.change, visit.reader, visit.place, tap.key, Draft.unheard)
    await visit.show(voice_views.heard_wrong(visit.say))
    await ask(visit, draft)


async def drop(visit: Visit, tap: taps.Drop) -> None:
    await visit.do(telling.drop, visit.place, tap.key)
    await visit.show(views.dropped(visit.say))


def routes() -> Routes:
    """What the buttons of a draft do."""
    return Routes(
        taps={
            taps.PickPlace: pick_place,
            taps.PickCategory: pick_category,
            taps.TurnCategories: turn_categories,
            taps.ThatOne: that_one,
            taps.Another: another,
            taps.Confirm: confirm,
            taps.AddMedia: add_media,
            taps.Amend: amend,
            taps.AskAgain: ask_again,
            taps.ReadBack: leave_it,
            taps.NotWait: not_wait,
            taps.HeardWrong: heard_wrong,
            taps.Drop: drop,
        },
    )
