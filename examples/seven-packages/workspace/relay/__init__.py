"""Relays events of running jobs from a topic to a store."""
