"""The answer of the health endpoint."""


class Health:
    """Healthy while every probe is. A probe is a function that returns whether its part works."""

    def __init__(self, probes):
        self.probes = probes
        self.stopping = False

    def stop(self):
        """Say that the shutdown has begun."""
        self.stopping = True

    def answer(self):
        """Return the HTTP status and the state of each part, both of one moment."""
        parts = {name: probe() for name, probe in self.probes.items()}
        healthy = all(parts.values()) and not self.stopping
        return 200 if healthy else 503, parts
