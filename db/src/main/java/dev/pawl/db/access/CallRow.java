package dev.pawl.db.access;

import java.time.Instant;

/**
 * A call that may have changed something.
 *
 * @param id grows with time
 * @param subject the task, plan or token that it names; may be empty
 * @param requestId may be empty
 * @param outcome a status code of gRPC; empty until it has ended
 */
public record CallRow(
        long id,
        Instant at,
        String caller,
        String peer,
        String method,
        String subject,
        String requestId,
        String outcome) {}
