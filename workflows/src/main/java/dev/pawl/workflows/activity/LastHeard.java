package dev.pawl.workflows.activity;

public record LastHeard(String hostId) {}
