import contextlib
import io
import unittest
import uuid

from relay.cli import parse


class CliTest(unittest.TestCase):
    def refused(self, *arguments):
        message = io.StringIO()
        with self.assertRaises(SystemExit), contextlib.redirect_stderr(message):
            parse(arguments, {})
        return message.getvalue()

    def test_success_is_true_or_false(self):
        self.assertIs(parse(["--success", "true"], {}).successful, True)
        self.assertIs(parse(["--success", "false"], {}).successful, False)

    def test_success_is_nothing_else(self):
        self.assertIn("'maybe' is neither true nor false", self.refused("--success", "maybe"))

    def test_an_unknown_status_is_refused(self):
        self.assertIn("failed", self.refused("--status", "error"))

    def test_a_session_always_has_an_id(self):
        uuid.UUID(parse([], {}).session)
