"""What is to be read beside an item: texts, photos, documents."""

from dataclasses import replace

from bot.agenda.forms import AddingPapers
from bot.agenda.model.item import Item, Paper
from bot.agenda.model.refusals import EnoughPapers, ItemOver, NoItemDraft
from bot.agenda.service.moving import managed
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, form: AddingPapers) -> Item:
    """Take what is sent now as papers. Raises `NotAllowed`, `NoItem`, `ItemOver`, `EnoughPapers`."""
    found = _room(uow, reader, form)
    uow.conversations.keep(place, form)
    return found


def add(uow: UnitOfWork, reader: Reader, place: Place, key: str, paper: Paper) -> int:
    """One more; how many there are now. Raises `NoItemDraft`, `NotAllowed`, `NoItem`, `ItemOver`, `EnoughPapers`."""
    form = uow.conversations.form(place)
    if not isinstance(form, AddingPapers) or form.key != key:
        raise NoItemDraft
    if not uow.repeated:
        _room(uow, reader, form)
        uow.agenda.add_paper(replace(paper, at=uow.now))
    return len(uow.agenda.papers(form.item))


def finish(uow: UnitOfWork, place: Place, key: str) -> None:
    """All were sent, if they still were being taken."""
    form = uow.conversations.form(place)
    if isinstance(form, AddingPapers) and form.key == key:
        uow.conversations.keep(place, None)


def _room(uow: UnitOfWork, reader: Reader, form: AddingPapers) -> Item:
    found, most = managed(uow, reader, form.item), uow.settings.agenda.papers
    if found.over:
        raise ItemOver(found.number)
    if len(uow.agenda.papers(found.id)) >= most:
        raise EnoughPapers(found.number, most)
    return found
