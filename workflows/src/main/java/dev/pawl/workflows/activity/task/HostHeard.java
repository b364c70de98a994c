package dev.pawl.workflows.activity.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param at the last sign of life of a worker of the host; absent for an unknown host */
public record HostHeard(@Nullable Instant at) {}
