package dev.pawl.gateway.doing;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.db.action.ActionFilter;
import dev.pawl.db.session.SessionRow;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.view.Rows;
import dev.pawl.gateway.view.TaskReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the filter of a request for actions. */
final class ActionFilters {
    private final Rows rows;
    private final TaskReader tasks;

    ActionFilters(Rows rows, TaskReader tasks) {
        this.rows = rows;
        this.tasks = tasks;
    }

    /**
     * @param session absent means all
     * @throws io.grpc.StatusRuntimeException NOT_FOUND for an unknown task or session, INVALID_ARGUMENT for an unknown
     *     kind
     */
    ActionFilter of(String taskId, List<ActionKind> kinds, @Nullable String session) {
        List<String> words = kinds.stream().map(Words::of).toList();
        if (words.contains("")) {
            throw Failures.invalid(
                    "kinds[%d]".formatted(words.indexOf("")),
                    "is not a kind; allowed: " + String.join(", ", Words.all(ActionKind.class)));
        }
        if (session == null) {
            // A task that no worker has started yet has no row; any other is not found.
            tasks.status(taskId);
            return new ActionFilter(words, null);
        }
        return rows.sessions().list(taskId).stream()
                .map(SessionRow::id)
                .filter(id -> id.toString().equals(session))
                .findFirst()
                .map(id -> new ActionFilter(words, id))
                .orElseThrow(() -> Failures.notFound("task %s has no session %s".formatted(taskId, session)));
    }
}
