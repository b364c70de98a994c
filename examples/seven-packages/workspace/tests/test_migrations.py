import sqlite3
import unittest

from relay.migrations import MIGRATIONS, migrate


class MigrationsTest(unittest.TestCase):
    def setUp(self):
        self.store = sqlite3.connect(":memory:")
        self.addCleanup(self.store.close)

    def insert(self, *statuses):
        for number, status in enumerate(statuses):
            self.store.execute(
                "INSERT INTO event VALUES (?, ?, ?, ?)",
                (f"e{number}", "s1", status, "2026-11-30T00:00:00Z"),
            )

    def test_every_migration_can_be_taken_back_and_made_again(self):
        last = len(MIGRATIONS)
        migrate(self.store, 0, last)
        self.insert("failed")
        for version in range(last, 0, -1):
            self.assertIsNotNone(MIGRATIONS[version - 1].down, f"migration {version} has no way down")
            migrate(self.store, version, version - 1)
        self.assertEqual(self.store.execute("SELECT name FROM sqlite_master").fetchall(), [])
        migrate(self.store, 0, last)

    def test_the_view_counts_failed_events(self):
        migrate(self.store, 0, len(MIGRATIONS))
        self.insert("failed", "running", "failed")
        self.assertEqual(self.store.execute("SELECT * FROM failures").fetchall(), [("s1", 2)])
