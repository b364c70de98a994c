package dev.pawl.workspace.delivery;

import dev.pawl.workspace.journal.PlannedWrite;
import java.util.List;

/** What a result would change in a user's directory now. */
sealed interface DeliveryPlan {
    /** The directory already has the result. */
    record Present() implements DeliveryPlan {}

    /** The result conflicts with the current content of the directory. */
    record Conflict(String reason) implements DeliveryPlan {}

    /**
     * The result fits.
     *
     * @param writes at least one
     */
    record Writes(List<PlannedWrite> writes) implements DeliveryPlan {
        public Writes {
            writes = List.copyOf(writes);
        }
    }
}
