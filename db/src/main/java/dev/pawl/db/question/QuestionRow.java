package dev.pawl.db.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A question to a person.
 *
 * @param choices the only valid answers; empty accepts any
 * @param deadline when the task continues without an answer; absent means never
 * @param reminders and escalations so far
 * @param escalatedTo who was named last; absent if nobody was
 * @param closedAt absent while it is open, as are {@code resolution}, {@code answer} and {@code closedBy}
 * @param resolution one of those in {@link Questions#close}
 */
@Table("question")
public record QuestionRow(
        @Id String id,
        String taskId,
        int iteration,
        String kind,
        String question,
        List<String> reasons,
        List<String> choices,
        @Nullable Instant deadline,
        int reminders,
        @Nullable String escalatedTo,
        Instant askedAt,
        @Nullable Instant closedAt,
        @Nullable String resolution,
        @Nullable String answer,
        @Nullable String closedBy) {
    public QuestionRow {
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
    }
}
