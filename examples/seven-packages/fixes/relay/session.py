"""Ids of sessions and events."""

import uuid

EVENTS = uuid.UUID("2c5ea4c0-4067-4fe9-8bbd-6a1f5a6d1f0e")


def session_id(environment):
    """Return the id of the session that the environment belongs to: a UUID, and a new one if it has none."""
    given = environment.get("RELAY_SESSION")
    if given is None:
        return str(uuid.uuid4())
    try:
        return str(uuid.UUID(given))
    except ValueError:
        raise ValueError(f"RELAY_SESSION: '{given}' is not a UUID") from None


def event_id(message):
    """Return the id that the event of a message is stored under: the same if the message comes again."""
    return str(uuid.uuid5(EVENTS, f"{message.topic}/{message.partition}/{message.offset}"))
