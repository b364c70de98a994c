import json
import unittest

from relay import summary
from relay.event import Event


def event(status):
    return Event.of({"id": "e1", "operation": "build", "status": status, "progress": 40, "at": 0})


class SummaryTest(unittest.TestCase):
    def test_a_line_has_the_fields_of_the_event(self):
        self.assertEqual(
            json.loads(summary.line(event("failed"))),
            {"id": "e1", "operation": "build", "status": "failed", "progress": 40},
        )

    def test_events_are_counted_by_their_status(self):
        events = [event("running"), event("failed"), event("running")]
        self.assertEqual(json.loads(summary.counts(events)), {"failed": 1, "running": 2})
