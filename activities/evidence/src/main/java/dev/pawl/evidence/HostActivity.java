package dev.pawl.evidence;

import dev.pawl.host.heartbeat.Attempt;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.host.heartbeat.Turns;
import dev.pawl.host.process.WorkerStoppedException;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workspace.WorkspaceHeldException;
import dev.pawl.workspace.WorkspaceUnusableException;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What long activities on a host have in common: heartbeats, cancellation, failures by their types. */
final class HostActivity {
    private HostActivity() {}

    /**
     * Beats while the work is under way and its result is written down; a cancelled or lost activity ends the check that
     * runs, and writes nothing.
     */
    static <T> T run(
            Turns turns,
            String taskId,
            Consumer<CheckEvidence> finished,
            Function<Progress, T> work,
            Consumer<T> store) {
        try (Attempt attempt = Attempt.begin(turns, taskId)) {
            Patience patience = attempt.patience();
            try {
                T result = typed(() ->
                        work.apply(progress(attempt, check -> patience.insist(() -> finished.accept(check)))));
                attempt.check();
                patience.insist(() -> store.accept(result));
                return result;
            } catch (CancellationException e) {
                attempt.check();
                throw e;
            }
        }
    }

    /** Beats and has the task to itself while it works; the work asks before each write whether it still has. */
    static <T> T alone(Turns turns, String taskId, Function<Attempt, T> work) {
        try (Attempt attempt = Attempt.begin(turns, taskId)) {
            return typed(() -> work.apply(attempt));
        }
    }

    /** @throws ApplicationFailure by its type; one that trying again cannot help is not retried */
    static <T> T typed(Supplier<T> work) {
        try {
            return work.get();
        } catch (WorkspaceUnusableException e) {
            throw failure(e, FailureTypes.WORKSPACE_UNUSABLE);
        } catch (WorkspaceHeldException e) {
            throw failure(e, FailureTypes.WORKSPACE_HELD);
        } catch (WorkerStoppedException e) {
            throw ApplicationFailure.newFailureWithCause(e.getMessage(), FailureTypes.WORKER_STOPPED, e);
        }
    }

    private static ApplicationFailure failure(RuntimeException cause, String type) {
        return ApplicationFailure.newNonRetryableFailureWithCause(cause.getMessage(), type, cause);
    }

    private static Progress progress(Attempt attempt, Consumer<CheckEvidence> finished) {
        return new Progress() {
            @Override
            public void finished(CheckEvidence check) {
                check();
                finished.accept(check);
            }

            @Override
            public boolean cancelled() {
                return attempt.ended();
            }
        };
    }
}
