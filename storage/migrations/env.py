"""Alembic's entry: the tables of all features, on the connection that `storage.upgrade` hands over."""

from alembic import context
from sqlalchemy import Connection, create_engine

from storage.tables import metadata


def run() -> None:
    """Migrate on the given connection, or on the database that `-x url=…` names."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        url = context.get_x_argument(as_dictionary=True).get("url", "sqlite:///var/yishi.db")
        with create_engine(url).begin() as connection:
            _migrate(connection)
    else:
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run()
