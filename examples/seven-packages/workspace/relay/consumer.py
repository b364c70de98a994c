"""Takes messages of a topic and saves their events."""

import json


def consume(messages, save, dead_letters):
    """Save the event of each message, in order; return how many were saved."""
    while True:
        try:
            events = [json.loads(message.value) for message in messages]
            for event in events:
                save(event)
            return len(events)
        except ValueError:
            continue  # the next try may work
