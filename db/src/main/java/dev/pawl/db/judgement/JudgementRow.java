package dev.pawl.db.judgement;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A judge's verdict on one iteration, and its cost.
 *
 * @param score 0 to 1; absent if the judge gave no readable verdict
 * @param question for a person; absent if there is none
 * @param costUsd US dollars; absent means unknown, never zero
 */
@Table("judgement")
public record JudgementRow(
        @Id @Embedded(onEmpty = USE_EMPTY) Key key,
        String judge,
        @Nullable Double score,
        List<String> issues,
        @Nullable String question,
        long inputTokens,
        long outputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        @Nullable BigDecimal costUsd,
        int turns) {
    public record Key(String taskId, int iteration) {}

    public JudgementRow {
        issues = List.copyOf(issues);
    }

    public String taskId() {
        return key.taskId();
    }

    public int iteration() {
        return key.iteration();
    }
}
