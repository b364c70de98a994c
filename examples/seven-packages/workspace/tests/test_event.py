import unittest
from datetime import timedelta

from relay.event import Event


def event(**fields):
    return Event.of({"id": "e1", "operation": "build", "status": "running", "at": 0, **fields})


class EventTest(unittest.TestCase):
    def test_an_unknown_status_is_refused_with_the_known_ones(self):
        with self.assertRaisesRegex(ValueError, "'error' is not one of running, succeeded, failed"):
            event(status="error")

    def test_an_unknown_operation_is_refused_with_the_known_ones(self):
        with self.assertRaisesRegex(ValueError, "'built' is not one of build, test, deploy"):
            event(operation="built")

    def test_times_are_in_utc(self):
        self.assertEqual(event().at.utcoffset(), timedelta(0))
        self.assertEqual(event().at.isoformat(), "1970-01-01T00:00:00+00:00")

    def test_no_progress_is_zero_percent_and_not_unknown(self):
        self.assertEqual(event(progress=0).progress, 0)
        self.assertIsNone(event().progress)

    def test_progress_is_a_percentage(self):
        for wrong in (-1, 140):
            with self.assertRaisesRegex(ValueError, f"{wrong} is not a percentage"):
                event(progress=wrong)
