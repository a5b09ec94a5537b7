"""Who may see how representative those are who joined."""

from dataclasses import replace

from bot.coverage.model import Cell, Coverage, Dimension, shown
from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def coverage(uow: UnitOfWork, reader: Reader) -> Coverage:
    """The figures of the reader's community; a guide's, who lives elsewhere, is the only one there is.

    Raises `NoCommunity`, `NotAllowed`, `TooFew`.
    """
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    permit(uow.roles.of(replace(reader, community=community)), Act.SEE_COVERAGE)
    buildings = uow.figures.by_building(community)
    total = Cell("", sum(cell.on_roll for cell in buildings), sum(cell.joined for cell in buildings))
    parts = {
        Dimension.TENURE: uow.figures.by_tenure(community),
        Dimension.AGE: uow.figures.by_age(community),
        Dimension.BUILDING: buildings,
    }
    return shown(total, parts, uow.settings.coverage.least)
