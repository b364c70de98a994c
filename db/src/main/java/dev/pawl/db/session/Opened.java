package dev.pawl.db.session;

import java.util.List;

/**
 * An opened session.
 *
 * @param fence required by every later write of this session
 * @param abandoned sessions that the opening ended, at most one: its processes may still run
 */
public record Opened(long fence, List<SessionRow> abandoned) {
    public Opened {
        abandoned = List.copyOf(abandoned);
    }
}
