"""The command line: sends one event."""

import argparse
import os

from relay.session import session_id


def parse(arguments, environment=os.environ):
    """Return the options of a command line."""
    parser = argparse.ArgumentParser(prog="relay")
    parser.add_argument("--session", default=session_id(environment))
    parser.add_argument("--status", default="running", help="of the job")
    parser.add_argument("--success", action="store_true", help="whether the last step worked")
    return parser.parse_args(arguments)
