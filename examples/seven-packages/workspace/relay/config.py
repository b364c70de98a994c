"""Where the relay keeps events that it could not deliver yet."""

import os
import tempfile

SPOOL = os.path.join(tempfile.gettempdir(), "relay-spool")
os.makedirs(SPOOL, exist_ok=True)


def spool_directory(candidates=(SPOOL,)):
    """Return the directory for undelivered events."""
    os.makedirs(candidates[0], exist_ok=True)
    return candidates[0]
