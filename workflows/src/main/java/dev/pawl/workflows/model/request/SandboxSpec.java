package dev.pawl.workflows.model.request;

/** That a task's processes see of the host only what they need, by bubblewrap. */
public record SandboxSpec(NetworkAccess network) {}
