package dev.pawl.workflows.activity.task;

public record LastHeard(String hostId) {}
