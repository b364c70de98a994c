package dev.pawl.gateway.view;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTasksResponse;
import dev.pawl.db.task.TaskFilter;
import dev.pawl.db.task.TaskPage;
import dev.pawl.db.task.Tasks;
import dev.pawl.gateway.failure.Failures;
import org.jspecify.annotations.Nullable;

/** Lists of tasks, a page at a time. */
public final class TaskPages {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1000;
    private final Tasks tasks;
    private final TaskLinks links;

    public TaskPages(Tasks tasks, TaskLinks links) {
        this.tasks = tasks;
        this.links = links;
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT for a size out of range or an invalid token */
    public ListTasksResponse page(ListTasksRequest request) {
        int size = request.getPageSize() == 0 ? DEFAULT_SIZE : request.getPageSize();
        if (size < 1 || size > MAX_SIZE) {
            throw Failures.invalid("page_size", "is %d, allowed: 1 to %d".formatted(size, MAX_SIZE));
        }
        TaskFilter filter = new TaskFilter(
                orAbsent(Words.of(request.getStatus())), orAbsent(request.getLabel()), orAbsent(request.getText()));
        TaskPage page = page(filter, size, orAbsent(request.getPageToken()));
        ListTasksResponse.Builder response = ListTasksResponse.newBuilder();
        page.tasks().forEach(row -> response.addTasks(TaskMessages.of(row, links)));
        if (page.nextPageToken() != null) {
            response.setNextPageToken(page.nextPageToken());
        }
        return response.build();
    }

    private TaskPage page(TaskFilter filter, int size, @Nullable String token) {
        try {
            return tasks.list(filter, size, token);
        } catch (IllegalArgumentException notAToken) {
            throw Failures.invalid("page_token", String.valueOf(notAToken.getMessage()));
        }
    }

    private static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }
}
