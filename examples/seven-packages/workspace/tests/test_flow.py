import json
import unittest

from relay import summary
from relay.consumer import consume
from relay.deadletter import DeadLetters
from relay.event import Event
from relay.message import Message


class FlowTest(unittest.TestCase):
    def test_messages_become_events_that_can_be_shown(self):
        fields = {"id": "e1", "operation": "test", "status": "running", "progress": 50, "at": 0}
        events = []
        saved = consume(
            [Message("jobs", 0, 7, "job-1", json.dumps(fields))],
            lambda event: events.append(Event.of(event)),
            DeadLetters(),
        )
        self.assertEqual(saved, 1)
        self.assertEqual(json.loads(summary.line(events[0]))["status"], "running")
