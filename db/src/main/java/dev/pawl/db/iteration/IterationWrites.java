package dev.pawl.db.iteration;

import dev.pawl.db.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Writes of {@link Iterations} to an existing iteration. */
public interface IterationWrites {
    /**
     * Stores the evidence of an iteration.
     *
     * @param evidence JSON
     * @throws NotFoundException for an unknown iteration, as all methods below
     */
    void assessed(
            String taskId,
            int number,
            String snapshot,
            String tree,
            int files,
            int added,
            int removed,
            @Nullable String patchRef,
            String evidence);

    /** @param score 0 to 1; absent if the judge gave no readable verdict */
    void scored(String taskId, int number, @Nullable Double score);

    /** @param decision its type: {@code accept}, {@code retry}, … */
    void decided(String taskId, int number, String decision);
}
