"""What a running job reports."""

from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from typing import Optional


class Operation(str, Enum):
    """What a job does. Equal to its word, which is what others read."""

    BUILD = "build"
    TEST = "test"
    DEPLOY = "deploy"


class Status(str, Enum):
    """How a job is. Equal to its word, which is what others read."""

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True)
class Event:
    """An event. `progress` is a percentage; None if the job does not report it. `at` is in UTC."""

    id: str
    operation: Operation
    status: Status
    progress: Optional[int]
    at: datetime

    @classmethod
    def of(cls, fields):
        """Return the event with these fields; `at` is in seconds since 1970."""
        return cls(
            id=fields["id"],
            operation=word(Operation, fields["operation"]),
            status=word(Status, fields["status"]),
            progress=percentage(fields.get("progress")),
            at=datetime.fromtimestamp(fields["at"], timezone.utc),
        )


def word(known, given):
    """Return the member of an enumeration; raise ValueError with the known words if there is none."""
    try:
        return known(given)
    except ValueError:
        words = ", ".join(member.value for member in known)
        raise ValueError(f"'{given}' is not one of {words}") from None


def percentage(given):
    """Return a percentage unchanged; raise ValueError if it is none."""
    if given is not None and not 0 <= given <= 100:
        raise ValueError(f"{given} is not a percentage")
    return given
