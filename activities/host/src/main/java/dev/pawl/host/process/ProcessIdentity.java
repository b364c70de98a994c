package dev.pawl.host.process;

import java.time.Instant;

/**
 * What finds a process again after a crash of its supervisor. A process id alone does not: the system gives it out anew.
 *
 * @param pid of the outermost process of the run
 * @param startedAt as the system tells it
 * @param runTag see {@link ProcessSpec#runTag()}
 */
public record ProcessIdentity(long pid, Instant startedAt, String runTag) {}
