"""What is counted of one building; the database does it."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from bot.buildings.model import Waiting, Wants
from bot.kit.people import CommunityId
from bot.votes.model.vote import Vote
from storage.help import help_requests
from storage.roll import households, residents
from storage.vote_tables import entries

_LIVES_HERE = residents.c.telegram_id.is_not(None) & residents.c.left_at.is_(None)


class SqlBuildings:
    """Implements `bot.buildings.repository.Buildings`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def waiting(self, vote: Vote, building: int) -> Waiting:
        not_yet = func.count().filter(entries.c.origin.is_(None))
        counted = select(func.count(), not_yet).where(entries.c.vote_id == vote.id, entries.c.building == building)
        entitled, waiting = self._run(counted).one()
        return Waiting(vote.number, vote.what, entitled, waiting)

    def wanting(self, community: CommunityId, building: int, most: int) -> Sequence[Wants]:
        asked = (
            select(help_requests.c.id, help_requests.c.name)
            .join(residents, residents.c.telegram_id == help_requests.c.telegram_id)
            .join(households, households.c.id == residents.c.household_id)
            .where(help_requests.c.community_id == community, help_requests.c.helper_id.is_(None))
            .where(residents.c.community_id == community, _LIVES_HERE, households.c.building == building)
            .distinct()
            .order_by(help_requests.c.id)
            .limit(most)
        )
        return [Wants(number, name) for number, name in self._run(asked)]

    def joined(self, community: CommunityId, building: int) -> tuple[int, int]:
        somebody = select(residents.c.household_id).where(_LIVES_HERE).distinct().subquery()
        both = households.outerjoin(somebody, somebody.c.household_id == households.c.id)
        counted = select(func.count(), func.count(somebody.c.household_id)).select_from(both)
        here = (households.c.community_id == community) & households.c.left_at.is_(None)
        on_roll, joined = self._run(counted.where(here, households.c.building == building)).one()
        return on_roll, joined
