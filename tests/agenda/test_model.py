"""The rules of an item's life on their boundaries; no sequence of deeds gets around them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda.model.item import Item, ItemId, Outcome, Point, Scope, Side, digest_of, freeze, notice_days
from bot.agenda.model.refusals import ItemOver, NotAllowedNow, NotYet, ObjectionsOver, StepMissing, WrongStep
from bot.agenda.model.sight import in_turn
from bot.agenda.model.steps import DROPPABLE, FIVE, OVER, STEPS, Contribution, Mover, Need, Step, least_days
from bot.config import Config
from bot.kit.refusals import Refused
from bot.sittings.model.sitting import SittingId
from tests.agenda.items import item

NOW = datetime(2026, 12, 2, 11, tzinfo=UTC)
ALL = frozenset(Need)
SECOND = timedelta(seconds=1)
LONG = timedelta(days=90)

ALLOWED = {
    Step.COLLECTING: {Contribution.SUPPORT},
    Step.PROPOSED: {Contribution.SUPPORT},
    Step.DELIBERATING: {Contribution.SUPPORT, Contribution.POINT, Contribution.ADVICE},
    Step.REVIEWING: {Contribution.ADVICE, Contribution.WORDING},
    Step.RESOLVING: {Contribution.VOTE},
    Step.PUBLISHED: {Contribution.OBJECTION},
    Step.CARRIED_OUT: {Contribution.EVALUATION},
}
"""As the issue has it; what is not here is refused."""


@pytest.mark.parametrize(("step", "contribution"), list(product(Step, Contribution)))
def test_each_step_takes_what_the_table_says_and_nothing_else(step: Step, contribution: Contribution) -> None:
    found = item(step, NOW)
    if step in OVER:
        with pytest.raises(ItemOver):
            found.check(contribution)
    elif contribution in ALLOWED[step]:
        found.check(contribution)
    else:
        with pytest.raises(NotAllowedNow) as refusal:
            found.check(contribution)
        assert (refusal.value.contribution, refusal.value.step) == (contribution, step)


def test_the_five_steps_follow_each_other() -> None:
    steps = [Step.COLLECTING]
    while (following := STEPS[steps[-1]].leads_to) is not None:
        steps.append(following)
    assert steps == [Step.COLLECTING, *FIVE, Step.CARRIED_OUT, Step.DONE]


@pytest.mark.parametrize(
    ("step", "days"), [(Step.DELIBERATING, 3), (Step.PUBLISHED, 5), (Step.PROPOSED, 0), (Step.REVIEWING, 0)]
)
def test_a_step_lasts_to_the_second_as_long_as_it_has_to(step: Step, days: int, config: Config) -> None:
    rules = config.community.agenda
    assert least_days(step, rules) == days
    ends = NOW + timedelta(days=days)
    assert item(step, NOW).moved_on(ends, ALL, rules).step is STEPS[step].leads_to
    if days:
        with pytest.raises(NotYet) as refusal:
            item(step, NOW).moved_on(ends - SECOND, ALL, rules)
        assert refusal.value.until == ends


@pytest.mark.parametrize(("step", "need"), [(step, need) for step in Step for need in sorted(STEPS[step].needs)])
def test_nothing_goes_on_without_what_its_step_needs(step: Step, need: Need, config: Config) -> None:
    with pytest.raises(StepMissing) as refusal:
        item(step, NOW).moved_on(NOW + LONG, ALL - {need}, config.community.agenda)
    assert refusal.value.need is need
    assert item(step, NOW).moved_on(NOW + LONG, ALL, config.community.agenda).step is STEPS[step].leads_to


@pytest.mark.parametrize("step", sorted(OVER))
def test_what_is_over_goes_nowhere(step: Step, config: Config) -> None:
    found, other = item(step, NOW), item(Step.PROPOSED, NOW)
    tries: list[Callable[[], object]] = [
        lambda: found.moved_on(NOW + LONG, ALL, config.community.agenda),
        lambda: found.dropped(NOW, "不办"),
        lambda: found.joined(other, NOW),
        lambda: found.scheduled(SittingId(1), 1, 5),
        lambda: found.resolved(Outcome.ADOPTED, NOW, config.community.agenda),
        lambda: freeze(found, "原文", NOW, 1),
    ]
    for attempt in tries:
        with pytest.raises(ItemOver):
            attempt()


def test_a_motion_that_was_not_adopted_ends_after_its_notice(config: Config) -> None:
    published = item(Step.RESOLVING, NOW).resolved(Outcome.REJECTED, NOW, config.community.agenda)
    assert published.step is Step.PUBLISHED
    assert published.moved_on(NOW + LONG, ALL, config.community.agenda).step is Step.DONE


@pytest.mark.parametrize("step", sorted(set(Step) - OVER - {Step.RESOLVING}))
def test_only_what_is_being_resolved_gets_a_result_or_is_put_off(step: Step, config: Config) -> None:
    with pytest.raises(WrongStep):
        item(step, NOW).resolved(Outcome.ADOPTED, NOW, config.community.agenda)
    with pytest.raises(WrongStep):
        item(step, NOW).put_off(NOW)


def test_what_was_put_off_is_reviewed_again_and_on_no_agenda() -> None:
    after = replace(item(Step.RESOLVING, NOW), sitting=SittingId(1), position=2, version=1).put_off(NOW + SECOND)
    assert (after.step, after.sitting, after.version, after.stepped_at) == (Step.REVIEWING, None, 1, NOW + SECOND)


def test_objections_are_heard_to_the_last_second_of_the_notice(config: Config) -> None:
    rules, published = config.community.agenda, item(Step.PUBLISHED, NOW)
    ends = NOW + timedelta(days=rules.objection_days)
    published.check_objection(ends - SECOND, rules)
    with pytest.raises(ObjectionsOver):
        published.check_objection(ends, rules)
    for step in set(ALLOWED) - {Step.PUBLISHED}:
        with pytest.raises(NotAllowedNow):
            item(step, NOW).check_objection(NOW, rules)


@pytest.mark.parametrize("step", sorted(set(Step) - OVER))
def test_only_before_it_is_resolved_an_item_is_dropped_joined_or_put_on_an_agenda(step: Step) -> None:
    found, other = item(step, NOW), replace(item(Step.PROPOSED, NOW), id=ItemId(99))
    if step in DROPPABLE:
        assert found.dropped(NOW, "不办").step is Step.DROPPED
        assert found.joined(other, NOW).joined_to == other.id
    else:
        with pytest.raises(WrongStep):
            found.dropped(NOW, "不办")
        with pytest.raises(WrongStep):
            found.joined(other, NOW)
    if step in (Step.DELIBERATING, Step.REVIEWING):
        assert found.scheduled(SittingId(3), 2, 10).position == 2
    else:
        with pytest.raises(WrongStep):
            found.scheduled(SittingId(3), 2, 10)


def test_nothing_is_joined_to_itself() -> None:
    with pytest.raises(WrongStep):
        item(Step.PROPOSED, NOW).joined(item(Step.PROPOSED, NOW), NOW)


def test_every_change_of_the_wording_is_a_new_version_with_a_hash_of_its_own() -> None:
    first, one = freeze(item(Step.REVIEWING, NOW), "装一盏灯", NOW, 1)
    second, two = freeze(first, "装两盏灯", NOW, 1)
    assert (first.version, second.version) == (one.version, two.version) == (1, 2)
    assert one.digest == digest_of("装一盏灯") != two.digest
    assert len(one.digest) == 64


def test_the_owners_matter_needs_longer_notice(config: Config) -> None:
    days = {scope: notice_days(scope, config.community) for scope in (None, *Scope)}
    assert days == {
        None: 7,
        Scope.COUNCIL: 7,
        Scope.RESIDENTS: 7,
        Scope.GOVERNMENT: 7,
        Scope.OWNERS: 15,
        Scope.CHARTER: 7,
    }


def test_pro_and_con_come_in_turn() -> None:
    sides = [Side.PRO, Side.PRO, Side.PRO, Side.CON, Side.QUESTION, Side.ANSWER, Side.ADVICE, Side.CON]
    said = [Point(n, item(Step.PROPOSED, NOW).id, side, 1, str(n), None, NOW) for n, side in enumerate(sides)]
    assert [point.id for point in in_turn(said)] == [0, 3, 1, 7, 2, 4, 6]


DEEDS = ("on", "freeze", "schedule", "unschedule", "drop", "resolve", "put off", "join")
histories = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.frozensets(st.sampled_from(Need)), st.integers(0, 6)), max_size=30
)


@given(histories)
def test_no_sequence_of_deeds_reaches_a_resolution_without_frozen_words(
    config: Config, history: list[tuple[str, frozenset[Need], int]]
) -> None:
    """However much else is claimed to be there: whether words are frozen is what the item itself says."""
    found, now = item(Step.COLLECTING, NOW), NOW
    for deed, claimed, days in history:
        now += timedelta(days=days)
        met = (claimed | {Need.WORDING}) if found.version else claimed - {Need.WORDING}
        before = found
        found = _tried(found, deed, met, now, config)
        assert found.step not in (Step.RESOLVING, Step.PUBLISHED, Step.CARRIED_OUT) or found.version > 0
        assert found.version in (before.version, before.version + 1)
        assert not before.over or found == before
        assert found.sitting is None or not found.over or found.step is Step.DONE


def _tried(found: Item, deed: str, met: frozenset[Need], now: datetime, config: Config) -> Item:
    rules = config.community.agenda
    other = replace(item(Step.PROPOSED, NOW), id=ItemId(99))
    deeds = {
        "on": lambda: found.moved_on(now, met, rules),
        "freeze": lambda: freeze(found, "原文", now, 1)[0],
        "schedule": lambda: found.scheduled(SittingId(1), 1, 5),
        "unschedule": lambda: found if found.over else found.unscheduled(),
        "drop": lambda: found.dropped(now, ""),
        "resolve": lambda: found.resolved(Outcome.ADOPTED, now, rules),
        "put off": lambda: found.put_off(now),
        "join": lambda: found.joined(other, now),
    }
    try:
        return deeds[deed]()
    except Refused:
        return found


def test_the_table_says_who_moves_what() -> None:
    movers = {step: STEPS[step].mover for step in STEPS if step not in OVER}
    assert movers == {
        Step.COLLECTING: Mover.ITSELF,
        Step.PROPOSED: Mover.MODERATOR,
        Step.DELIBERATING: Mover.MODERATOR,
        Step.REVIEWING: Mover.CHAIR,
        Step.RESOLVING: Mover.CHAIR,
        Step.PUBLISHED: Mover.MODERATOR,
        Step.CARRIED_OUT: Mover.MODERATOR,
    }
