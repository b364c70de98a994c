import unittest
import uuid

from relay.message import Message
from relay.session import event_id, session_id

GIVEN = "0f8fad5b-d9cb-469f-a165-70867728950e"


class SessionTest(unittest.TestCase):
    def test_a_session_keeps_the_id_it_was_given(self):
        self.assertEqual(session_id({"RELAY_SESSION": GIVEN}), GIVEN)

    def test_a_session_without_an_id_gets_a_new_one(self):
        first, second = session_id({}), session_id({})
        self.assertEqual(str(uuid.UUID(first)), first)
        self.assertNotEqual(first, second)

    def test_a_word_is_no_session_id(self):
        with self.assertRaisesRegex(ValueError, "'unknown' is not a UUID"):
            session_id({"RELAY_SESSION": "unknown"})

    def test_a_message_that_comes_twice_is_one_event(self):
        message = Message("jobs", 3, 41, "job-1", "{}")
        self.assertEqual(event_id(message), event_id(message))

    def test_events_of_two_messages_differ(self):
        self.assertNotEqual(
            event_id(Message("jobs", 3, 41, "job-1", "{}")),
            event_id(Message("jobs", 3, 42, "job-1", "{}")),
        )
