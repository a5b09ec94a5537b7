"""Standing committees, and which kinds of concerns each sees to."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from storage import personal
from storage.personal import PROGRAM
from storage.roll import communities
from storage.schema import Moment, metadata

committees = Table(
    "committees",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("name", String(64), nullable=False),
    Column("founded_at", Moment, nullable=False),
    Column("ended_at", Moment),
)
committee_categories = Table(
    "committee_categories",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True),
    Column("category", String(32), primary_key=True),
    Column("committee_id", ForeignKey(committees.c.id), nullable=False, index=True),
)
personal.declare(committees, keep={"key": PROGRAM, "name": "what a committee is called"})
personal.declare(committee_categories, keep={"category": PROGRAM})
