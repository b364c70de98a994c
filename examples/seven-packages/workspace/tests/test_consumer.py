import json
import unittest

from relay.consumer import consume
from relay.deadletter import DeadLetters
from relay.message import Message


class TooOften(BaseException):
    """Ends a loop that would never end."""


class Malformed:
    """A message that no try can read."""

    topic, partition, offset, key = "jobs", 3, 41, "job-1"

    def __init__(self):
        self.read = 0

    @property
    def value(self):
        self.read += 1
        if self.read > 10:
            raise TooOften
        return "{"


def message(offset):
    return Message("jobs", 3, offset, "job-1", json.dumps({"id": f"e{offset}"}))


class ConsumerTest(unittest.TestCase):
    def setUp(self):
        self.saved = []
        self.dead_letters = DeadLetters()

    def consume(self, *messages):
        try:
            return consume(messages, self.saved.append, self.dead_letters)
        except TooOften:
            self.fail("a malformed message is tried again and again")

    def test_a_malformed_message_is_tried_three_times_at_most(self):
        malformed = Malformed()
        self.assertEqual(self.consume(malformed), 0)
        self.assertLessEqual(malformed.read, 4)  # once more for the dead letter

    def test_the_messages_around_a_malformed_one_are_saved(self):
        self.assertEqual(self.consume(message(40), Malformed(), message(42)), 2)
        self.assertEqual(self.saved, [{"id": "e40"}, {"id": "e42"}])

    def test_a_dead_letter_says_where_it_is_from_and_what_failed(self):
        self.consume(Malformed())
        self.assertEqual(
            self.dead_letters.letters,
            [
                {
                    "topic": "jobs",
                    "partition": 3,
                    "offset": 41,
                    "key": "job-1",
                    "value": "{",
                    "attempts": 3,
                    "error": "JSONDecodeError",
                }
            ],
        )
