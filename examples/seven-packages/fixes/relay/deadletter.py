"""Messages that could not be handled, kept for a person to look at."""


class DeadLetters:
    """Dead letters in the order they came."""

    def __init__(self):
        self.letters = []

    def add(self, message, attempts, error):
        """Keep a message that failed, with its place in the topic and the reason."""
        self.letters.append(
            {
                "topic": message.topic,
                "partition": message.partition,
                "offset": message.offset,
                "key": message.key,
                "value": message.value,
                "attempts": attempts,
                "error": type(error).__name__,
            }
        )
