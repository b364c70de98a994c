"""The command line: sends one event."""

import argparse
import os

from relay.event import Status
from relay.session import session_id


def boolean(text):
    """Return true or false; argparse reports anything else."""
    if text not in ("true", "false"):
        raise argparse.ArgumentTypeError(f"'{text}' is neither true nor false")
    return text == "true"


def parse(arguments, environment=os.environ):
    """Return the options of a command line."""
    parser = argparse.ArgumentParser(prog="relay")
    parser.add_argument("--session", default=session_id(environment))
    parser.add_argument("--status", choices=[status.value for status in Status], default="running", help="of the job")
    parser.add_argument("--success", type=boolean, default=True, help="whether the last step worked: true or false")
    return parser.parse_args(arguments)
