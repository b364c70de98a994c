package dev.pawl.db.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, oldest first.
 *
 * @param nextPageToken for the next page; absent on the last one
 */
public record InboxPage(
        List<OpenQuestionRow> questions, @Nullable String nextPageToken) {
    public InboxPage {
        questions = List.copyOf(questions);
    }
}
