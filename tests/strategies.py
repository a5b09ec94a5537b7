"""Made-up people, homes and concerns for property tests: ordinary ones, and those of people who try everything."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.admission.model import Admission, Verdict
from bot.concerns.chain_views import HAPPENED
from bot.concerns.forms import Draft, Writing
from bot.concerns.model.chain import Chain
from bot.concerns.model.chain import Line as ChainLine
from bot.concerns.model.concern import Concern, ConcernId, Line, Origin, Partner, Promise, Staff
from bot.concerns.model.deadline import Deadline
from bot.concerns.model.life import NEED_WORDS, Due, State
from bot.concerns.model.told import Told
from bot.coverage.model import Cell, Coverage, Dimension
from bot.help.model import HelpRequest
from bot.households.model import Home, Mandate
from bot.kit.people import CommunityId, Reader
from bot.residents.model import AgeBand, Community, Household, HouseholdId, Resident, ResidentId, Tenure
from bot.rights.model import Correction, Field
from bot.roles.model import Appointment, Candidate, Expertise, Role, Volunteered
from bot.roles.taps import NOT_SAID, Offer
from nlu.category import CATEGORIES

HOSTILE = (
    "<b>", "</b>", "<a href='tg://user?id=1'>x", "&lt;", "&amp;#60;", "<script>", "{name}", "{0}", "%s", "\\", '"',
    "🙋" * 50, "👨‍👩‍👧‍👦" * 20, "e" + "\u0301" * 30, "\u202e", "\u200b", "王秀英", "楼道灯不亮。", "/start", "@all",
    "\n\n", " ",
)  # fmt: skip
"""Pieces of what people write to see what happens."""

moments = st.datetimes(datetime(2026, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - aware by `timezones`
ids = st.integers(1, 9_999_999_999)
"""Telegram's and the database's, ten digits at most."""
numbers = st.integers(1, 99_999)
"""Of concerns; a community of 3,500 people needs a few years for more."""


def hostile(most: int) -> SearchStrategy[str]:
    """Texts of 1 to `most` characters that are not blank, many of them at full length."""
    pieces = st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=20), min_size=1, max_size=30)
    full = st.sampled_from(HOSTILE).map(lambda piece: (piece * most)[:most])
    return (pieces.map("".join).map(lambda text: text[:most]) | full).filter(lambda text: bool(text.strip()))


def chinese(most: int) -> SearchStrategy[str]:
    """Chinese texts of 1 to `most` characters, many of them at full length."""
    signs = "路灯不亮已经三天了我家住在五楼，晚上看不见。谢谢"
    full = st.integers(0, 20).map(lambda start: (signs[start:] + signs * (most // len(signs) + 1))[:most])
    return st.text(signs, min_size=1, max_size=min(most, 40)).map(lambda text: "灯" + text[1:]) | full


def households(community: int = 1) -> SearchStrategy[Household]:
    return st.builds(
        Household,
        id=ids.map(HouseholdId),
        community=st.just(CommunityId(community)),
        building=st.integers(1, 40),
        unit=st.integers(1, 9),
        room=st.integers(101, 3399).map(str),
        area=st.decimals(Decimal(20), Decimal(300), places=2),
        tenure=st.sampled_from(Tenure),
    )


def communities(names: SearchStrategy[str]) -> SearchStrategy[Community]:
    return st.builds(Community, id=st.integers(1, 999).map(CommunityId), name=names)


def residents(names: SearchStrategy[str]) -> SearchStrategy[Resident]:
    return st.builds(
        Resident,
        id=ids.map(ResidentId),
        household=households(),
        name=names.map(lambda name: name[:64]),
        age_band=st.sampled_from(AgeBand),
        telegram_id=st.none() | ids,
    )


def tellings(texts: SearchStrategy[str]) -> SearchStrategy[Told]:
    """With words, a voice message, or both."""
    photos = st.sampled_from([(), ("photo",), ("photo", "another")])
    voice = st.builds(Told, text=st.just("") | texts, photos=photos, voice=st.just("voice"))
    return st.builds(Told, text=texts, photos=photos) | voice


def drafts(texts: SearchStrategy[str]) -> SearchStrategy[Draft]:
    return st.builds(
        Draft,
        key=st.builds(lambda bot, update: f"{bot}-{update}", ids, ids),
        told=st.just(Told()) | tellings(texts),
        where=st.just("") | texts,
        building=st.none() | st.integers(1, 40),
        category=st.sampled_from(["", *CATEGORIES]),
        adding=st.booleans(),
        listening=st.booleans(),
        heard=st.just("") | texts,
    )


def deadlines() -> SearchStrategy[Deadline]:
    return st.builds(Deadline, st.sampled_from(Due), moments, moments, st.integers(1, 99), st.integers(0, 6))


def concerns(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Concern]:
    partner = st.none() | st.sampled_from(Partner)
    return st.builds(
        Concern,
        id=ids.map(ConcernId),
        community=st.just(CommunityId(1)),
        number=numbers,
        key=st.just("1000000-1"),
        author=residents(names),
        told=tellings(texts),
        where=texts,
        building=st.none() | st.integers(1, 40),
        category=st.sampled_from(CATEGORIES),
        origin=st.sampled_from(Origin),
        raised_at=moments,
        deadline=st.none() | deadlines(),
        state=st.sampled_from(State),
        handler=st.none() | st.builds(Staff, ids, names),
        promise=st.builds(Promise, st.just("") | texts, partner),
        original=st.none() | ids.map(ConcernId),
        answered_at=st.none() | moments,
        named=st.booleans(),
    )


def chains(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Chain]:
    """Long histories too."""
    line = st.builds(
        ChainLine, st.sampled_from(list(HAPPENED)), moments, st.sampled_from([None, Role.MODERATOR, Role.LIAISON])
    )
    return st.builds(
        Chain, concerns(texts, names), st.lists(line, max_size=30), st.integers(0, 1200), *[st.booleans()] * 4
    )


def lines(texts: SearchStrategy[str]) -> SearchStrategy[Line]:
    """Of a concern's history: what the staff has said."""
    deed = st.sampled_from(sorted(NEED_WORDS))
    return st.builds(Line, ids, ids.map(ConcernId), deed, ids, moments, texts, st.none() | st.just("photo"))


def writings(texts: SearchStrategy[str]) -> SearchStrategy[Writing]:
    return st.builds(Writing, ids.map(ConcernId), st.sampled_from(sorted(NEED_WORDS)), numbers, st.none(), texts)


def homes(names: SearchStrategy[str]) -> SearchStrategy[Home]:
    mandate = st.builds(
        Mandate, ids, st.just(CommunityId(1)), ids.map(HouseholdId), ids.map(ResidentId), ids.map(ResidentId)
    )
    joined = st.lists(residents(names), max_size=8)
    return st.builds(Home, residents(names), joined, st.none() | mandate, st.none() | mandate)


def appointments() -> SearchStrategy[Appointment]:
    building = st.none() | st.integers(1, 40)
    here, role, field = st.just(CommunityId(1)), st.sampled_from(Role), st.none() | st.sampled_from(Expertise)
    return st.builds(Appointment, here, ids, role, building, st.none() | moments, expertise=field)


def candidates(names: SearchStrategy[str]) -> SearchStrategy[Candidate]:
    reader = st.builds(Reader, ids, names)
    held = st.lists(appointments(), max_size=6)
    return st.builds(Candidate, reader, st.none() | residents(names), held, numbers)


def offers() -> SearchStrategy[Offer]:
    building, years = st.just(NOT_SAID) | st.integers(1, 40), st.just(NOT_SAID) | st.integers(0, 10)
    return st.builds(Offer, who=ids, role=st.sampled_from(Role), building=building, years=years)


def volunteers(names: SearchStrategy[str]) -> SearchStrategy[Volunteered]:
    role = st.sampled_from([Role.LIAISON, Role.ALTERNATE, Role.REPRESENTATIVE])
    return st.builds(Volunteered, st.just(CommunityId(1)), ids, names, role)


def own_concerns(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Sequence[Concern]]:
    """As many as are shown at once."""
    return st.lists(concerns(texts, names), max_size=5)


def admissions(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Admission]:
    return st.builds(
        Admission,
        id=ids,
        community=st.just(CommunityId(1)),
        telegram_id=ids,
        name=names,
        building=st.integers(1, 40),
        room=st.just("") | texts.map(lambda text: text[:64]),
        asked_at=moments,
        verdict=st.none() | st.sampled_from(Verdict),
        decided_by=ids,
        decider=names,
        decided_at=moments,
    )


def help_requests(names: SearchStrategy[str]) -> SearchStrategy[HelpRequest]:
    """Taken by somebody."""
    return st.builds(
        HelpRequest,
        id=ids,
        community=st.just(CommunityId(1)),
        telegram_id=ids,
        name=names,
        asked_at=moments,
        helper=names,
        helper_id=ids,
    )


def coverages() -> SearchStrategy[Coverage]:
    """Of communities with up to 40 buildings."""

    def cells(parts: Sequence[str]) -> SearchStrategy[Sequence[Cell]]:
        counts = st.tuples(st.integers(0, 3500), st.integers(0, 3500), st.booleans())
        several = st.lists(counts, min_size=len(parts), max_size=len(parts))
        return several.map(
            lambda drawn: [
                Cell(part, max(a, b), min(a, b), hidden) for part, (a, b, hidden) in zip(parts, drawn, strict=True)
            ]
        )

    buildings = st.integers(1, 40).flatmap(lambda most: cells([str(number) for number in range(1, most + 1)]))
    parts = {Dimension.TENURE: cells(list(Tenure)), Dimension.AGE: cells(list(AgeBand)), Dimension.BUILDING: buildings}
    return st.builds(Coverage, cells([""]).map(lambda one: one[0]), st.fixed_dictionaries(parts))


def corrections(names: SearchStrategy[str]) -> SearchStrategy[Correction]:
    """Of a name or an age band, decided or not."""
    shown = {"id": ids, "request": ids, "resident": residents(names), "asked_at": moments}
    decision = {"agreed": st.none() | st.booleans(), "decided_by": names, "decider_id": st.none() | ids}
    short = names.map(lambda name: name[:64])
    ages = st.sampled_from(AgeBand).map(str)
    of_names = st.builds(Correction, field=st.just(Field.NAME), old=short, new=short, **shown, **decision)
    return of_names | st.builds(Correction, field=st.just(Field.AGE), old=ages, new=ages, **shown, **decision)
