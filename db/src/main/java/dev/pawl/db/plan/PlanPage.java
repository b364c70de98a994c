package dev.pawl.db.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, newest first.
 *
 * @param nextPageToken for the next page; absent on the last one
 */
public record PlanPage(List<PlanRow> plans, @Nullable String nextPageToken) {
    public PlanPage {
        plans = List.copyOf(plans);
    }
}
