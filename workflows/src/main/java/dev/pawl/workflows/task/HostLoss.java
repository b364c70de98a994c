package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.LastHeard;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.task.host.HostChoice;
import dev.pawl.workflows.task.host.HostLost;
import dev.pawl.workflows.task.host.HostPatience;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.person.PersonDesk.Resolution;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host that starts no work: waits for it, then asks a person. Its return is noticed at once. */
final class HostLoss {
    private final TaskState state;
    private final PersonDesk desk;
    private final CancelRequest cancel;
    private final TaskSteps steps;
    private final PersonWait personWait;
    private final Progress progress;
    private final HostPatience patience;
    private @Nullable String goneHost;

    HostLoss(
            TaskState state,
            PersonDesk desk,
            CancelRequest cancel,
            TaskSteps steps,
            PersonWait personWait,
            Progress progress,
            HostPatience patience) {
        this.state = state;
        this.desk = desk;
        this.cancel = cancel;
        this.steps = steps;
        this.personWait = personWait;
        this.progress = progress;
        this.patience = patience;
    }

    /** Whether a worker of the host answers now. */
    boolean present() {
        String host = state.host();
        try {
            steps.presence(host, patience.ending()).present();
            goneHost = null;
            return true;
        } catch (ActivityFailure e) {
            if (e.getCause() instanceof CanceledFailure) {
                throw e;
            }
            goneHost = host;
            return false;
        }
    }

    /** The last known state of the task's current host. */
    boolean gone() {
        return state.host().equals(goneHost);
    }

    /** Whether a person or the engine wants the task to end now. */
    boolean toEnd() {
        return desk.stopRequested() || cancel.requested();
    }

    /**
     * Returns once the host accepts work again.
     *
     * @throws HostLost if the task continues without it
     */
    void await() {
        String phase = state.phase;
        String before = state.detail;
        String silence = silence();
        CompletablePromise<Void> back = Workflow.newPromise();
        CancellationScope watch = Workflow.newCancellationScope(
                () -> back.completeFrom(Async.procedure(steps.presence(state.host(), null)::present)));
        watch.run();
        try {
            while (!waited(phase, silence, back)) {
                ask(silence, back);
            }
        } finally {
            watch.cancel();
        }
        goneHost = null;
        progress.show(TaskStatus.RUNNING, phase, before);
    }

    /** @return whether the host is back */
    private boolean waited(String phase, String silence, CompletablePromise<Void> back) {
        Instant until = Instant.ofEpochMilli(Workflow.currentTimeMillis()).plus(patience.lost());
        progress.show(TaskStatus.RUNNING, phase, "%s; waiting for it until %s".formatted(silence, until));
        Workflow.await(patience.lost(), () -> back.isCompleted() || toEnd());
        return back.isCompleted();
    }

    /** Returns if the task should keep waiting for the host. */
    private void ask(String silence, CompletablePromise<Void> back) {
        if (toEnd()) {
            throw ended();
        }
        if (!state.request.interactive()) {
            throw HostLost.ends(state.ended(Outcome.FAILED, Cause.INTERNAL, silence));
        }
        Resolution said = personWait.choose(
                "host", question(silence), choices(), "host " + state.host(), () -> back.isCompleted() || toEnd());
        switch (said) {
            case Resolution.Answered answered -> follow(answered, silence);
            case Resolution.Approved approved -> throw ends("ended by " + approved.by(), silence);
            case Resolution.Rejected rejected ->
                throw HostLost.ends(state.ended(
                        Outcome.REJECTED, Cause.NONE, "rejected by %s: %s".formatted(rejected.by(), silence)));
            case null -> {
                if (toEnd()) {
                    throw ended();
                }
                if (!back.isCompleted()) {
                    throw HostLost.ends(state.ended(
                            state.unfinished(), Cause.NEEDS_PERSON, "nobody answered before the deadline: " + silence));
                }
            }
        }
    }

    private void follow(Resolution.Answered answered, String silence) {
        switch (HostChoice.of(answered.text())) {
            case WAIT -> {
                // Keep waiting.
            }
            case BEGIN_AGAIN -> throw HostLost.beginsAgain(state.host());
            case END -> throw ends("ended by " + answered.by(), silence);
        }
    }

    private HostLost ends(String how, String silence) {
        return HostLost.ends(state.ended(state.unfinished(), Cause.NONE, how + ": " + silence));
    }

    /** Of a task that was stopped when its agent's work could not be assessed. */
    HostLost ended() {
        return ends(cancel.requested() ? cancel.reason() : stopped(), silence());
    }

    private String stopped() {
        return desk.stopReason().isBlank() ? "stopped on request" : "stopped on request: " + desk.stopReason();
    }

    private List<String> choices() {
        return HostChoice.words(state.request.workspace().mode());
    }

    private String question(String silence) {
        return "%s. Answer '%s'%s."
                .formatted(
                        silence,
                        String.join("' or '", choices()),
                        switch (state.request.workspace().mode()) {
                            case ISOLATED -> "; 'begin again' restarts the task on another host from its base";
                            case IN_PLACE -> "; the task cannot move, as its directory is on that host";
                        });
    }

    private String silence() {
        Instant at =
                steps.localBookkeeping().lastHeard(new LastHeard(state.host())).at();
        return "host %s has not been heard from%s".formatted(state.host(), at == null ? "" : " since " + at);
    }
}
