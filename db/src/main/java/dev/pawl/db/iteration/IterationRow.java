package dev.pawl.db.iteration;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One iteration of a task.
 *
 * @param promptRef SHA-256 of the prompt in the content store; {@code feedbackRef} that of its feedback
 * @param snapshot absent until the iteration is assessed, as are {@code tree} and {@code evidence} (JSON)
 * @param score of the judge, 0 to 1; absent without one
 * @param decision type of its last decision; absent before
 */
@Table("iteration")
public record IterationRow(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key,
        String promptRef,
        @Nullable String feedbackRef,
        @Nullable String snapshot,
        @Nullable String tree,
        int diffFiles,
        int diffAdded,
        int diffRemoved,
        @Nullable String patchRef,
        @Nullable String evidence,
        @Nullable Double score,
        @Nullable String decision,
        Instant startedAt,
        @Nullable Instant assessedAt,
        @Nullable Instant decidedAt) {
    /** @param number from 1 */
    public record Key(String taskId, int number) {}

    public String taskId() {
        return key.taskId();
    }

    public int number() {
        return key.number();
    }
}
