package dev.pawl.db.iteration;

import dev.pawl.db.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Writes of {@link Iterations} to a round that has to be there. */
public interface IterationWrites {
    /**
     * What the round left, compared with the task's base.
     *
     * @param evidence JSON
     * @throws NotFoundException for a round that was not begun, as everything below
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

    /** @param score 0 to 1; absent where the judge gave no readable verdict */
    void scored(String taskId, int number, @Nullable Double score);

    /** @param decision its type: {@code accept}, {@code retry}, … */
    void decided(String taskId, int number, String decision);
}
