import unittest

from relay.health import Health


class HealthTest(unittest.TestCase):
    def test_all_parts_work(self):
        health = Health({"database": lambda: True, "broker": lambda: True})
        self.assertEqual(health.answer(), (200, {"database": True, "broker": True}))

    def test_status_and_parts_are_of_one_moment(self):
        states = iter([True, False])
        health = Health({"database": lambda: next(states)})
        status, parts = health.answer()
        self.assertEqual(status == 200, parts["database"])

    def test_it_is_not_healthy_once_the_shutdown_has_begun(self):
        health = Health({"database": lambda: True})
        health.stop()
        self.assertEqual(health.answer()[0], 503)

    def test_a_shutdown_that_begins_meanwhile_counts(self):
        health = Health({"database": lambda: health.stop() or True})
        self.assertEqual(health.answer()[0], 503)
