"""Asking once for each closing, and counting one answer."""

from dataclasses import replace

from bot.concerns.model.concern import Concern
from bot.concerns.model.events import ConcernConfirmed
from bot.concerns.model.refusals import NotYourConcern
from bot.kit.people import Reader
from bot.surveys.model import Question, Score, month_of, where
from bot.unit_of_work import UnitOfWork


def ask(uow: UnitOfWork, event: ConcernConfirmed) -> None:
    """Its resident has closed it: one question is open."""
    uow.surveys.ask(Question(event.concern.id, event.line))


def answer(uow: UnitOfWork, reader: Reader, question: Question, score: Score) -> Concern:
    """Count one answer; a second tap, or one about a concern that is open again, counts nothing.

    Raises `NoConcern`, `NotYourConcern`, `NotOnRoll`, `ConsentNeeded`.
    """
    concern = asked_about(uow, reader, question)
    uow.residents.speaking(replace(reader, community=concern.community))
    if not concern.open and uow.surveys.close(question):
        month = month_of(uow.now, uow.settings.zone)
        uow.surveys.count(concern.community, month, where(concern), concern.category, score)
    return concern


def asked_about(uow: UnitOfWork, reader: Reader, question: Question) -> Concern:
    """The concern, for who is asked. Raises `NoConcern`, `NotYourConcern`."""
    concern = uow.concerns.with_id(question.concern)
    if concern.author.telegram_id != reader.telegram_id:
        raise NotYourConcern(concern.number)
    return concern
