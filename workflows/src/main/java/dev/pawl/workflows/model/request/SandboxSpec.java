package dev.pawl.workflows.model.request;

/** Limits what a task's processes see of the host to what they need, by bubblewrap. */
public record SandboxSpec(NetworkAccess network) {}
