package dev.pawl.workflows.activity.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param at when a worker of the host wrote last that it lives; absent for an unknown host */
public record HostHeard(@Nullable Instant at) {}
