"""What a running job reports."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional


@dataclass(frozen=True)
class Event:
    """An event. `progress` is a percentage; None if the job does not report it."""

    id: str
    operation: str
    status: str
    progress: Optional[int]
    at: datetime

    @classmethod
    def of(cls, fields):
        """Return the event with these fields; `at` is in seconds since 1970."""
        return cls(
            id=fields["id"],
            operation=fields["operation"],
            status=fields["status"],
            progress=fields.get("progress") or None,
            at=datetime.fromtimestamp(fields["at"]),
        )
