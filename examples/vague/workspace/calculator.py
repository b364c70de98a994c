"""Two operations on numbers."""


def add(a, b):
    """Return the sum of a and b."""
    return a + b


def subtract(a, b):
    """Return a less b."""
    return a - b
