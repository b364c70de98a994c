"""Messages that could not be handled, kept for a person to look at."""


class DeadLetters:
    """Dead letters in the order they came."""

    def __init__(self):
        self.letters = []

    def add(self, message, attempts, error):
        """Keep a message that failed."""
        self.letters.append({"value": message.value})
