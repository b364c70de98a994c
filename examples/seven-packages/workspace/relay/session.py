"""Ids of sessions and events."""

import uuid


def session_id(environment):
    """Return the id of the session that the environment belongs to."""
    return environment.get("RELAY_SESSION", "unknown")


def event_id(message):
    """Return the id that the event of a message is stored under."""
    return str(uuid.uuid4())
