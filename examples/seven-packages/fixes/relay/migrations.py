"""The schema of the store, one step at a time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Migration:
    """A step up, and the step that takes it back."""

    up: str
    down: str


MIGRATIONS = [
    Migration(
        up="CREATE TABLE event (id TEXT PRIMARY KEY, session TEXT NOT NULL, status TEXT NOT NULL, at TEXT NOT NULL)",
        down="DROP TABLE event",
    ),
    Migration(
        up="CREATE TABLE dead_letter (topic TEXT, partition INTEGER, position INTEGER, value TEXT)",
        down="DROP TABLE dead_letter",
    ),
    Migration(
        up="CREATE VIEW failures AS SELECT session, count(*) AS failed FROM event WHERE status = 'failed' GROUP BY session",
        down="DROP VIEW failures",
    ),
]


def migrate(connection, current, target):
    """Take the schema from one version to another, up or down; version 0 is empty."""
    for migration in MIGRATIONS[current:target]:
        connection.execute(migration.up)
    for migration in reversed(MIGRATIONS[target:current]):
        connection.execute(migration.down)
