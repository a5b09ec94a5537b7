"""Each month's figures are written down when it is over, with the ids of their definitions (rows R084, R088)."""

from datetime import date

from bot.reports.model.dates import month_after, month_before
from bot.review.model.days import month_of, year_until
from bot.review.model.review import Shelf
from bot.review.service.looking import figures
from bot.unit_of_work import UnitOfWork

KEPT = 12
"""Months back, where nothing was kept yet."""


def keep_months(uow: UnitOfWork) -> bool:
    """The oldest month of one community; whether there may be more."""
    running = uow.now.astimezone(uow.settings.zone).date().replace(day=1)
    for shelf in uow.reviews.shelves():
        month = _next(uow, shelf, running)
        if month < running:
            kept = [one for one in figures(uow, shelf.community, month_of(month)) if not one.hidden]
            uow.reviews.keep(shelf.community, month, kept)
            return True
    return False


def _next(uow: UnitOfWork, shelf: Shelf, running: date) -> date:
    founded = shelf.founded_at.astimezone(uow.settings.zone).date().replace(day=1)
    begins = max(founded, year_until(month_before(running), KEPT)[0])
    return max(month_after(shelf.last), begins) if shelf.last else begins
