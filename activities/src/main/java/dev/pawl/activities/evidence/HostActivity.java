package dev.pawl.activities.evidence;

import dev.pawl.activities.heartbeat.Heartbeat;
import dev.pawl.activities.workspace.WorkspaceHeldException;
import dev.pawl.activities.workspace.WorkspaceUnusableException;
import dev.pawl.workflows.model.CheckEvidence;
import dev.pawl.workflows.model.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What long activities on a host have in common: heartbeats, cancellation, failures by their types. */
final class HostActivity {
    private HostActivity() {}

    /** Beats while the work is under way; a cancelled or lost activity ends the check that runs. */
    static <T> T run(Consumer<CheckEvidence> finished, Function<Progress, T> work) {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            try {
                T result = typed(() -> work.apply(progress(heartbeat, finished)));
                heartbeat.check();
                return result;
            } catch (CancellationException e) {
                heartbeat.check();
                throw e;
            }
        }
    }

    /** @throws ApplicationFailure that is not retried, for what trying again cannot help */
    static <T> T typed(Supplier<T> work) {
        try {
            return work.get();
        } catch (WorkspaceUnusableException e) {
            throw failure(e, FailureTypes.WORKSPACE_UNUSABLE);
        } catch (WorkspaceHeldException e) {
            throw failure(e, FailureTypes.WORKSPACE_HELD);
        }
    }

    private static ApplicationFailure failure(RuntimeException cause, String type) {
        return ApplicationFailure.newNonRetryableFailureWithCause(cause.getMessage(), type, cause);
    }

    private static Progress progress(Heartbeat heartbeat, Consumer<CheckEvidence> finished) {
        return new Progress() {
            @Override
            public void finished(CheckEvidence check) {
                finished.accept(check);
            }

            @Override
            public boolean cancelled() {
                return heartbeat.ended();
            }
        };
    }
}
