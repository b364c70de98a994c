package dev.pawl.host.process;

import java.time.Instant;

/**
 * Identifies a process after a crash of its supervisor. A pid alone does not: the system reuses it.
 *
 * @param pid of the outermost process of the run
 * @param startedAt according to the system
 * @param runTag see {@link ProcessSpec#runTag()}
 */
public record ProcessIdentity(long pid, Instant startedAt, String runTag) {}
