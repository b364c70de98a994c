package dev.pawl.evidence.attempt;

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

/** What long activities on a host share: heartbeats, cancellation, and failures with their types. */
public final class HostActivity {
    private HostActivity() {}

    /**
     * Sends heartbeats while the work runs and its result is stored. If the activity is cancelled or lost, the running
     * check is ended and nothing is stored.
     */
    public static <T> T run(
            Turns turns,
            String taskId,
            Consumer<CheckEvidence> finished,
            Function<Progress, T> work,
            Consumer<T> store) {
        return run(turns, taskId, finished, phase -> {}, work, store);
    }

    /** @param doing is notified of each phase */
    public static <T> T run(
            Turns turns,
            String taskId,
            Consumer<CheckEvidence> finished,
            Consumer<String> doing,
            Function<Progress, T> work,
            Consumer<T> store) {
        try (Attempt attempt = Attempt.begin(turns, taskId)) {
            Patience patience = attempt.patience();
            try {
                T result = typed(() -> work.apply(progress(
                        attempt,
                        check -> patience.insist(() -> finished.accept(check)),
                        phase -> patience.insist(() -> doing.accept(phase)))));
                attempt.check();
                patience.insist(() -> store.accept(result));
                return result;
            } catch (CancellationException e) {
                attempt.check();
                throw e;
            }
        }
    }

    /**
     * Sends heartbeats while it is the only one working on the task; the work checks before each write that it still
     * is.
     */
    public static <T> T alone(Turns turns, String taskId, Function<Attempt, T> work) {
        try (Attempt attempt = Attempt.begin(turns, taskId)) {
            return typed(() -> work.apply(attempt));
        }
    }

    /** @throws ApplicationFailure with its type; non-retryable if a retry cannot help */
    private static <T> T typed(Supplier<T> work) {
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

    private static Progress progress(Attempt attempt, Consumer<CheckEvidence> finished, Consumer<String> doing) {
        return new Progress() {
            @Override
            public void finished(CheckEvidence check) {
                check();
                finished.accept(check);
            }

            @Override
            public void doing(String phase) {
                check();
                doing.accept(phase);
            }

            @Override
            public boolean cancelled() {
                return attempt.ended();
            }
        };
    }
}
