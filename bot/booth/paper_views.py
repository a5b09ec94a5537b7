"""The ballot paper in private: marked, read back, confirmed, with a receipt. Each takes the place of the one before."""

from aiogram.filters.callback_data import CallbackData

from bot.booth import taps
from bot.booth.marks_views import abstention
from bot.booth.model.marks import ABSTAINED, choice_of, letter_of, marked, ranks, sides_of, takes_one
from bot.booth.part_views import side, spoken, title, verb, whose
from bot.booth.rule_views import how
from bot.kit.home import SeeVotes
from bot.kit.screens import Choice, Screen, page_of, paged, screen
from bot.kit.words import Words
from bot.votes.model.roll import Cast, Entry
from bot.votes.model.rule import Rule
from bot.votes.model.vote import Vote


def fill_in(say: Words, vote: Vote, marks: str, page: int = 0, entry: Entry | None = None) -> Screen:
    """With the marks so far; each tap adds one or takes it away. `entry`: whose paper is typed in."""
    number = entry.id if entry else 0

    def means(said: str) -> taps.ReadBack:
        return taps.ReadBack(vote=vote.id, marks=said, entry=number)

    stays = taps.FillIn(vote=vote.id, marks=marks, page=page, entry=number)
    choices = [_option(say, vote, name, stays) for name in vote.rule.sides]
    ready = Choice(say.plain("Done choosing"), means(marks)) if marks else abstention(say, means, asked=not number)
    turn = taps.FillIn(vote=vote.id, marks=marks, page=page + 1, entry=number)
    shown = page_of(say, [*choices, ready], page, turn)
    back = taps.TypePaper(vote=vote.id) if entry else taps.SeeVote(vote=vote.id)
    return screen(say, say.quote("\n".join(_asked(say, vote, marks, entry))), *shown, columns=1, back=back)


def read_back(say: Words, vote: Vote, marks: str, page: int = 0, entry: Entry | None = None) -> Screen:
    """What was marked, once more before it counts. Raises `BadMarks`."""
    chosen = spoken(say, choice_of(vote.rule, marks), ranked=ranks(vote.rule))
    number = entry.id if entry else 0
    text = say.plain("{vote}\nYou choose: {chosen}\nRight?", vote=title(say, vote), chosen=chosen)
    again: CallbackData = taps.FillIn(vote=vote.id, marks=marks.strip(ABSTAINED), entry=number)
    if entry is not None:
        text = say.plain("{label}: on the paper stands: {chosen}\nRight?", label=whose(say, entry), chosen=chosen)
    elif takes_one(vote.rule):
        again = taps.SeeVote(vote=vote.id)
    return paged(
        say,
        text,
        page,
        lambda to: taps.ReadBack(vote=vote.id, marks=marks, page=to, entry=number),
        Choice(say.plain("Yes, cast it"), taps.CastBallot(vote=vote.id, marks=marks, entry=number)),
        Choice(say.plain("Choose anew"), again),
        columns=1,
        back=taps.TypePaper(vote=vote.id) if entry else SeeVotes(),
    )


def cast(say: Words, done: Cast) -> Screen:
    """It counts; the receipt is shown this once. What was chosen stands nowhere any more."""
    text = _counts(say, done)
    if done.receipt:
        told = say("Receipt: {receipt}\nIt is shown only now: please write it down.", receipt=done.receipt)
        text = f"{text}\n{told}"
    return screen(say, text, Choice(say.plain("See the other votes"), SeeVotes()), back=SeeVotes())


def cast_unshown(say: Words, done: Cast) -> Screen:
    """The same where it may be kept on the way: without the receipt."""
    return screen(say, _counts(say, done), Choice(say.plain("See the other votes"), SeeVotes()), back=SeeVotes())


def toast(say: Words, done: Cast, marks: str) -> str:
    """Plain: to who tapped on the group's card, at once, and to nobody else."""
    chosen = spoken(say, choice_of(done.vote.rule, marks))
    text = say.plain("Cast: {chosen}. It stands", chosen=chosen)
    if done.vote.motion.changeable:
        text = say.plain("Cast: {chosen}. You can change it until the end", chosen=chosen)
    if not done.receipt:
        return text
    told = [text, say.plain("Receipt: {receipt}\nIt is shown only now: please write it down.", receipt=done.receipt)]
    return "\n".join(told)


def lost(say: Words, vote: Vote) -> Screen:
    """The paper could not be shown in its place; nothing was cast."""
    text = say("The ballot paper did not come up. Nothing is cast yet; please open it once more.")
    return screen(say, text, Choice(say.plain("Open it"), taps.SeeVote(vote=vote.id)), back=SeeVotes())


def _counts(say: Words, done: Cast) -> str:
    if not done.vote.motion.changeable:
        return say("Your ballot is in, and it stands.")
    if done.again:
        return say("Changed: this ballot counts now. You can change it until the end.")
    return say("Your ballot is in. You can change it until the end.")


def _asked(say: Words, vote: Vote, marks: str, entry: Entry | None) -> list[str]:
    lines = [title(say, vote)]
    if entry is not None:
        lines = [say.plain("{label}: what stands on the paper?", label=whose(say, entry))]
    if isinstance(vote.rule, Rule):
        lines.append(how(say, vote.rule))
    if marks and not say.elder:
        chosen = spoken(say, sides_of(vote.rule, marks), ranked=ranks(vote.rule))
        lines.append(say.plain("So far: {chosen}", chosen=chosen))
    return lines


def _option(say: Words, vote: Vote, name: str, stays: taps.FillIn) -> Choice:
    marks = stays.marks
    letter = letter_of(vote.rule, name)
    if takes_one(vote.rule):
        return Choice(
            (side if stays.entry else verb)(say, name), taps.ReadBack(vote=vote.id, marks=letter, entry=stays.entry)
        )
    label = side(say, name)
    if letter in marks and ranks(vote.rule):
        label = say.plain("Place {place}: {side}", place=marks.index(letter) + 1, side=label)
    elif letter in marks:
        label = say.plain("Chosen: {side}", side=label)
    return Choice(label, stays.model_copy(update={"marks": marked(vote.rule, marks, letter)}))
