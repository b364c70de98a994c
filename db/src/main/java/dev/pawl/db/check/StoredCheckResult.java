package dev.pawl.db.check;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A result with its position.
 *
 * @param position in the order of the task's checks, from 0
 */
@Table("check_result")
public record StoredCheckResult(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key,
        int position,
        @Embedded(onEmpty = USE_EMPTY) CheckResultRow result) {
    /** @param iteration 0 is the baseline */
    public record Key(String taskId, int iteration, String name) {}

    static StoredCheckResult of(String taskId, int iteration, int position, CheckResultRow result) {
        return new StoredCheckResult(new Key(taskId, iteration, result.name()), position, result);
    }

    int iteration() {
        return key.iteration();
    }
}
