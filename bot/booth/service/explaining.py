"""Why a vote is extended or annulled: asked, read back, then done."""

from datetime import datetime

from bot.booth.forms import Explaining
from bot.booth.model.offers import NothingChanged, NoVoteDraft
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.vote import State, Vote, VoteId
from bot.votes.service import changing
from bot.votes.service.deciding import managed


def begin(
    uow: UnitOfWork, reader: Reader, place: Place, key: str, vote: VoteId, until: datetime | None, reason: str = ""
) -> Explaining:
    """`until`: None to annul it. Raises as `changing.to_extend` and `changing.to_annul` do, `VoteReasonUnfit`."""
    if until is None:
        changing.to_annul(uow, reader, vote)
    else:
        changing.to_extend(uow, reader, vote)
    return _keep(uow, place, Explaining(key, vote, until, changing.fit(uow, reason) if reason else ""))


def hear(uow: UnitOfWork, place: Place, key: str, reason: str) -> Explaining:
    """The reason; empty to ask for it anew. Raises `NoVoteDraft`, `VoteReasonUnfit`."""
    form = open_form(uow, place, key)
    told = changing.fit(uow, reason) if reason else ""
    return _keep(uow, place, Explaining(form.key, form.vote, form.until, told))


def about(uow: UnitOfWork, reader: Reader, form: Explaining) -> tuple[Vote, int]:
    """Its vote, and how many characters a reason may have. Raises as `managed` does."""
    return managed(uow, reader, form.vote), uow.settings.votes.reason_characters


def do(uow: UnitOfWork, reader: Reader, place: Place, key: str, vote: VoteId, until: datetime | None) -> Vote:
    """Once. `until` as in `begin`. Raises `NothingChanged`, and as `changing.extend` and `changing.annul` do."""
    form = uow.conversations.form(place)
    if not isinstance(form, Explaining) or form.key != key:
        found = managed(uow, reader, vote)
        annulled = found.state is State.ANNULLED
        if annulled if until is None else found.extension is not None and found.ends_at == until and not annulled:
            return found
        raise NothingChanged(found)
    uow.conversations.keep(place, None)
    if form.until is None:
        return changing.annul(uow, reader, form.vote, form.reason)
    return changing.extend(uow, reader, form.vote, form.until, form.reason)


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    form = uow.conversations.form(place)
    if isinstance(form, Explaining) and form.key == key:
        uow.conversations.keep(place, None)


def open_form(uow: UnitOfWork, place: Place, key: str) -> Explaining:
    """Raises `NoVoteDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, Explaining) or form.key != key:
        raise NoVoteDraft
    return form


def _keep(uow: UnitOfWork, place: Place, form: Explaining) -> Explaining:
    uow.conversations.keep(place, form)
    return form
