"""The same migrations on PostgreSQL: each can be undone, and all together they make what the repositories expect."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from storage.database import Database
from storage.tables import metadata
from tests.contracts.test_migrations import BEFORE, REVISIONS, migrate
from tests.databases import POSTGRESQL, Templates, sql

SCHEMA = """
    SELECT 'column', table_name, column_name,
        concat_ws(' ', data_type, character_maximum_length, numeric_precision, numeric_scale, is_nullable,
            column_default)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
    UNION ALL SELECT 'index', tablename, indexname, indexdef
        FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
    UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
        FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function', '', proname, pg_get_functiondef(oid)
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'sequence', '', sequencename, data_type::text
        FROM pg_sequences WHERE schemaname = 'public'
    UNION ALL SELECT 'room', '', relname, array_to_string(reloptions, ' ')
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND reloptions IS NOT NULL
    ORDER BY 1, 2, 3
"""


def schema(database: Database) -> Sequence[tuple[Any, ...]]:
    """Everything in it but Alembic's own."""
    with sql(database) as run:
        return run(SCHEMA)


def test_each_can_be_done_undone_and_done_again(templates: Templates, tmp_path: Path) -> None:
    makes, _ = templates.of(POSTGRESQL)
    database = makes.empty(tmp_path)
    engine = database.engine()
    migrate(engine, up=REVISIONS[0])
    migrate(engine, down="base")  # Alembic's table stays
    for number in REVISIONS:
        before = schema(database)
        migrate(engine, up=number)
        after = schema(database)
        migrate(engine, down=BEFORE[number])
        assert schema(database) == before, number
        migrate(engine, up=number)
        assert schema(database) == after != before, number
    engine.dispose()
    makes.drop(database)


def test_what_is_migrated_is_what_the_repositories_expect(templates: Templates, tmp_path: Path) -> None:
    makes, migrated = templates.of(POSTGRESQL)
    made = makes.empty(tmp_path)
    engine = made.engine()
    metadata.create_all(engine)
    engine.dispose()
    with sql(made) as run:
        run("CREATE TABLE alembic_version ()")
    assert schema(migrated) == schema(made)
    makes.drop(made)
