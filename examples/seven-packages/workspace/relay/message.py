"""What a broker delivers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """A message with its place in the topic; `value` is the JSON text of an event."""

    topic: str
    partition: int
    offset: int
    key: str
    value: str
