"""The survey: that a concern is asked about, and how many answers there are. No row is one answer."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    case,
    func,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.surveys.model import HAPPY, Answers, Question, Score, Tally
from storage import personal
from storage.concern_tables import concerns
from storage.personal import PROGRAM
from storage.roll import communities
from storage.schema import metadata
from storage.upsert import upsert_on

survey_questions = Table(
    "survey_questions",
    metadata,
    Column("concern_id", ForeignKey(concerns.c.id), primary_key=True, autoincrement=False),
    Column("closing", Integer, nullable=False),
    Column("answered", Boolean, nullable=False),
)
survey_counts = Table(
    "survey_counts",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("month", Date, primary_key=True),
    Column("dimension", String(16), primary_key=True),  # building or category: never both of one answer
    Column("part", String(16), primary_key=True),
    Column("score", String(1), primary_key=True),
    Column("answers", Integer, nullable=False),
    sqlite_with_rowid=False,  # a rowid would tell in which order the kinds of answers came
)
personal.declare(survey_questions)
personal.declare(survey_counts, keep={"dimension part score": PROGRAM})
BUILDING, CATEGORY = "building", "category"


class SqlSurveys:
    """Implements `bot.surveys.repository.Surveys`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self._upsert = upsert_on(connection)

    def ask(self, question: Question) -> None:
        asked = {"closing": question.closing, "answered": False}
        row = self._upsert(survey_questions).values(concern_id=question.concern, **asked)
        self._run(row.on_conflict_do_update(index_elements=["concern_id"], set_=asked))

    def close(self, question: Question) -> bool:
        this = {"concern_id": question.concern, "closing": question.closing, "answered": False}
        return self._run(update(survey_questions).filter_by(**this).values(answered=True)).rowcount == 1

    def count(self, community: CommunityId, month: date, building: int, category: str, score: Score) -> None:
        for dimension, part in ((BUILDING, str(building)), (CATEGORY, category)):
            key = {
                "community_id": community,
                "month": month,
                "dimension": dimension,
                "part": part,
                "score": score.value,
            }
            more = {"answers": survey_counts.c.answers + 1}
            row = self._upsert(survey_counts).values(**key, answers=1)
            self._run(row.on_conflict_do_update(index_elements=list(key), set_=more))

    def tally(self, community: CommunityId, month: date) -> Tally:
        happy = case((survey_counts.c.score.in_(HAPPY), survey_counts.c.answers), else_=0)
        counts = (
            select(
                survey_counts.c.dimension,
                survey_counts.c.part,
                func.sum(happy).label("happy"),
                func.sum(survey_counts.c.answers).label("all"),
            )
            .filter_by(community_id=community, month=month)
            .group_by(survey_counts.c.dimension, survey_counts.c.part)
        )
        found: dict[str, dict[str, Any]] = {BUILDING: {}, CATEGORY: {}}
        for dimension, part, some, everybody in self._run(counts):
            found[dimension][part] = Answers(some, everybody)
        return Tally({int(part): answers for part, answers in found[BUILDING].items()}, found[CATEGORY])
