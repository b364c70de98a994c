package dev.pawl.db.session;

import java.util.List;

/**
 * An opened session.
 *
 * @param fence to be given with every later write of this session
 * @param abandoned what the opening ended, at most one by construction: its processes may still live
 */
public record Opened(long fence, List<SessionRow> abandoned) {
    public Opened {
        abandoned = List.copyOf(abandoned);
    }
}
