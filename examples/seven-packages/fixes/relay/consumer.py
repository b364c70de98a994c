"""Takes messages of a topic and saves their events."""

import json

ATTEMPTS = 3


def consume(messages, save, dead_letters):
    """Save the event of each message, in order; return how many were saved. Others become dead letters."""
    return sum(consumed(message, save, dead_letters) for message in messages)


def consumed(message, save, dead_letters):
    """Return whether the event of a message was saved."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            save(json.loads(message.value))
            return True
        except ValueError as error:
            if attempt == ATTEMPTS:
                dead_letters.add(message, attempt, error)
    return False
