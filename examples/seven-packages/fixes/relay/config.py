"""Where the relay keeps events that it could not deliver yet."""

import os
import tempfile


def spool_directory(candidates=None):
    """Return the first directory that can be written to, made if it is missing; None if there is none."""
    for directory in candidates or [os.path.join(tempfile.gettempdir(), "relay-spool")]:
        try:
            os.makedirs(directory, exist_ok=True)
        except OSError:
            continue
        if os.access(directory, os.W_OK):
            return directory
    return None
