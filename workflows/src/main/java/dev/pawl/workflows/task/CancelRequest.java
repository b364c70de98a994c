package dev.pawl.workflows.task;

import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.Line;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** A request of a person or of the engine to end the task at once. */
final class CancelRequest {
    private @Nullable CancellationScope workflow;
    private @Nullable CancellationScope scope;
    private @Nullable Action action;
    private boolean tooLate;

    /** May come before or while the task runs; the first one counts. */
    void request(Action by) {
        if (action == null) {
            action = by;
            if (scope != null && !tooLate) {
                scope.cancel(reason());
            }
        }
    }

    /**
     * @param late whether a person's cancel must not interrupt the step on the host. A cancel received meanwhile takes
     *     effect afterwards
     */
    void tooLate(boolean late) {
        tooLate = late;
        if (!late && action != null && scope != null) {
            scope.cancel(reason());
        }
    }

    boolean requested() {
        return action != null || (workflow != null && workflow.isCancelRequested());
    }

    /** @throws CanceledFailure once a cancel is requested, as soon as the running step notices */
    <T> T run(Functions.Func<T> course) {
        workflow = CancellationScope.current();
        CompletablePromise<T> result = Workflow.newPromise();
        CancellationScope cancellable = Workflow.newCancellationScope(() -> result.complete(course.apply()));
        scope = cancellable;
        if (action != null) {
            cancellable.cancel(reason());
        }
        cancellable.run();
        return result.get();
    }

    /** One line for people; also for a cancel in the engine. */
    String reason() {
        if (action == null || action.by().isBlank()) {
            return "cancelled";
        }
        String by = "cancelled by " + Line.of(action.by(), Action.MAX_BY);
        return action.text().isBlank() ? by : by + ": " + action.text();
    }
}
