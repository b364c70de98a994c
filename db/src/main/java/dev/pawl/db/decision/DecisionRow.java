package dev.pawl.db.decision;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A decision with all its inputs, so that another policy can be tried on it. See {@link NewDecision} for the fields.
 */
@Table("decision")
public record DecisionRow(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key,
        String round,
        int iteration,
        String decidedBy,
        String type,
        List<String> reasons,
        String policyVersion,
        String inputs,
        @Nullable String decided,
        @Nullable Double score,
        @Nullable String feedbackRef,
        @Nullable BigDecimal costUsd,
        Instant createdAt) {
    /** @param number 1, 2, 3, … within the task, without gaps, in the order they were made */
    public record Key(String taskId, int number) {}

    public DecisionRow {
        reasons = List.copyOf(reasons);
    }

    public String taskId() {
        return key.taskId();
    }

    public int number() {
        return key.number();
    }
}
