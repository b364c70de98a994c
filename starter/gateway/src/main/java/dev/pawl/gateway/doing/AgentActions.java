package dev.pawl.gateway.doing;

import dev.pawl.api.v1.ListActionsRequest;
import dev.pawl.api.v1.ListActionsResponse;
import dev.pawl.api.v1.WatchActionsRequest;
import dev.pawl.api.v1.WatchActionsResponse;
import dev.pawl.db.action.ActionFilter;
import dev.pawl.db.action.ActionPage;
import dev.pawl.db.action.ActionRow;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.ActionMessages;
import dev.pawl.gateway.view.Rows;
import dev.pawl.gateway.view.TaskReader;
import dev.pawl.gateway.watch.Pace;
import dev.pawl.gateway.watch.TaskFeed;
import dev.pawl.gateway.watch.TaskFeeds;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Actions of a task's agents. */
public final class AgentActions {
    private static final int DEFAULT_SIZE = 200;
    private static final int MAX_SIZE = 1000;

    private final Rows rows;
    private final ActionFilters filters;
    private final TaskFeeds feeds;
    private final Pace pace;
    private final BooleanSupplier closing;

    /** @param closing whether the server shuts down, which ends every watch */
    public AgentActions(Rows rows, TaskReader tasks, TaskFeeds feeds, Pace pace, BooleanSupplier closing) {
        this.rows = rows;
        this.filters = new ActionFilters(rows, tasks);
        this.feeds = feeds;
        this.pace = pace;
        this.closing = closing;
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT for a size out of range or an invalid token */
    public ListActionsResponse page(ListActionsRequest request) {
        int size = request.getPageSize() == 0 ? DEFAULT_SIZE : request.getPageSize();
        if (size < 1 || size > MAX_SIZE) {
            throw Failures.invalid("page_size", "is %d, allowed: 1 to %d".formatted(size, MAX_SIZE));
        }
        ActionFilter filter = filters.of(
                request.getTaskId(), request.getKindsList(), request.hasSessionId() ? request.getSessionId() : null);
        // Reads the position first, so that changes during the read are sent again rather than missed.
        ListActionsResponse.Builder response =
                ListActionsResponse.newBuilder().setPosition(rows.actions().position(request.getTaskId()));
        ActionPage page = page(request, filter, size);
        page.actions().forEach(row -> response.addActions(ActionMessages.of(row)));
        @Nullable String next = page.nextPageToken();
        return (next == null ? response : response.setNextPageToken(next)).build();
    }

    private ActionPage page(ListActionsRequest request, ActionFilter filter, int size) {
        String token = request.getPageToken();
        try {
            return rows.actions().list(request.getTaskId(), filter, size, token.isEmpty() ? null : token);
        } catch (IllegalArgumentException notAToken) {
            throw Failures.invalid("page_token", String.valueOf(notAToken.getMessage()));
        }
    }

    /**
     * Sends changes after a position until the task has ended, and heartbeats in between.
     *
     * @throws io.grpc.StatusRuntimeException NOT_FOUND for an unknown task or session, UNAVAILABLE with the last
     *     position if the server shuts down
     */
    public void follow(WatchActionsRequest request, Outlet<WatchActionsResponse> outlet) {
        if (request.getAfterPosition() < 0) {
            throw Failures.invalid("after_position", "must not be negative");
        }
        String taskId = request.getTaskId();
        ActionFilter filter =
                filters.of(taskId, request.getKindsList(), request.hasSessionId() ? request.getSessionId() : null);
        feeds.read(taskId, feed -> follow(feed, taskId, filter, request.getAfterPosition(), outlet));
    }

    private void follow(
            TaskFeed feed, String taskId, ActionFilter filter, long after, Outlet<WatchActionsResponse> outlet) {
        long position = after;
        long sent = System.nanoTime();
        long version = feed.version();
        while (true) {
            // Reads the status first, so that everything before the end is seen.
            boolean ended = TaskReader.ended(feed.progress().getStatus());
            long before = position;
            position = drain(feed, taskId, filter, position, outlet);
            if (ended) {
                return;
            }
            long now = System.nanoTime();
            if (position > before) {
                sent = now;
            } else if (now - sent >= pace.heartbeat().toNanos()) {
                outlet.send(WatchActionsResponse.getDefaultInstance());
                sent = now;
            }
            if (closing.getAsBoolean()) {
                throw Failures.unavailable("the gateway is shutting down; continue after position " + position);
            }
            version = feed.await(version, pace.heartbeat());
            outlet.check();
        }
    }

    private long drain(
            TaskFeed feed, String taskId, ActionFilter filter, long after, Outlet<WatchActionsResponse> outlet) {
        long position = after;
        List<ActionRow> changes;
        do {
            long from = position;
            changes = feed.read(() -> rows.actions().after(taskId, filter, from, DEFAULT_SIZE));
            for (ActionRow row : changes) {
                outlet.send(WatchActionsResponse.newBuilder()
                        .setAction(ActionMessages.of(row))
                        .build());
                position = row.position();
            }
        } while (changes.size() == DEFAULT_SIZE);
        return position;
    }
}
