import os
import subprocess
import sys
import tempfile
import unittest

from relay.config import spool_directory


class ConfigTest(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = place.name
        self.unwritable = os.path.join(self.place, "file", "spool")
        with open(os.path.join(self.place, "file"), "w", encoding="utf-8"):
            pass

    def test_an_import_makes_no_directory(self):
        empty = os.path.join(self.place, "empty")
        os.mkdir(empty)
        subprocess.run(
            [sys.executable, "-c", "import relay.config"],
            env={**os.environ, "TMPDIR": empty},
            check=True,
        )
        self.assertEqual(os.listdir(empty), [])

    def test_the_next_directory_is_used_if_one_cannot_be_written(self):
        writable = os.path.join(self.place, "spool")
        self.assertEqual(spool_directory([self.unwritable, writable]), writable)
        self.assertTrue(os.path.isdir(writable))

    def test_no_directory_is_not_an_error(self):
        self.assertIsNone(spool_directory([self.unwritable]))
