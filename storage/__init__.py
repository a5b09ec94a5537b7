"""Keeps the community's books with SQLAlchemy Core: tables, repositories, migrations."""
