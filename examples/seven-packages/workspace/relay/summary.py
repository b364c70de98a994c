"""Events as people and other programs read them."""

import json
from collections import Counter


def line(event):
    """Return an event as one line of JSON."""
    return json.dumps(
        {
            "id": event.id,
            "operation": event.operation,
            "status": event.status,
            "progress": event.progress,
        }
    )


def counts(events):
    """Return how many events have each status, as one line of JSON."""
    return json.dumps(Counter(event.status for event in events), sort_keys=True)
