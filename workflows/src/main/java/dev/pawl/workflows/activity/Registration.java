package dev.pawl.workflows.activity;

/** @param hostId the host that makes and keeps the workspace */
public record Registration(String hostId) {}
