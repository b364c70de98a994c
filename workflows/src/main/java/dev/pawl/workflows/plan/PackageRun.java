package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.AttemptView;
import dev.pawl.workflows.model.plan.Ejection;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.state.Progress;
import dev.pawl.workflows.task.state.Line;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package of a running plan. Mutable, used only by the plan's workflow threads. */
final class PackageRun {
    private static final int MAX_REASON = 1_000;

    PackageRequest request;
    final List<String> guidance;
    boolean paused;
    /** Whether its last task runs. */
    boolean live;
    /** Whether the engine has not confirmed the start of its last task yet. */
    boolean starting;
    /** Whether a person ended it. */
    boolean ending;
    /** Whether the loss of its last task would not be noticed: an earlier run of the plan started it. */
    boolean unwatched;

    @Nullable
    TaskEnded result;

    @Nullable
    Verdict verdict;

    int trespasses;
    int extraAttempts;
    private PackageState state = PackageState.WAITING;
    private String reason = "";
    private final List<AttemptView> attempts;
    private @Nullable Instant readyAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant integratedAt;
    private @Nullable Instant finishedAt;
    private @Nullable String commit;
    private boolean changed = true;

    PackageRun(PackageRequest request) {
        this.request = request;
        this.guidance = new ArrayList<>();
        this.attempts = new ArrayList<>();
    }

    PackageRun(PackageRequest request, Progress carried) {
        this.request = request;
        PackageView view = carried.view();
        guidance = new ArrayList<>(carried.guidance());
        attempts = new ArrayList<>(view.attempts());
        paused = view.paused();
        live = carried.live();
        unwatched = live;
        ending = carried.ending();
        result = carried.result();
        verdict = carried.verdict();
        trespasses = carried.trespasses();
        extraAttempts = carried.extraAttempts();
        state = view.state();
        reason = view.reason();
        readyAt = view.readyAt();
        acceptedAt = view.acceptedAt();
        integratedAt = view.integratedAt();
        finishedAt = view.finishedAt();
        commit = view.commit();
        changed = false;
    }

    String id() {
        return request.id();
    }

    PackageState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    /** The number of the last attempt; 0 before the first one. */
    int attempt() {
        return attempts.size();
    }

    boolean attemptsLeft() {
        return attempt() < request.attempts() + extraAttempts;
    }

    /** The id of the last attempt's task. */
    String taskId() {
        return attempts.isEmpty() ? "" : attempts.getLast().taskId();
    }

    void ready() {
        if (readyAt == null) {
            readyAt = now();
            changed = true;
        }
    }

    void started(String taskId) {
        attempts.add(AttemptView.started(attempt() + 1, taskId, now()));
        live = true;
        unwatched = false;
        become(PackageState.RUNNING, "");
    }

    /** Its task has ended, whatever follows for the package. */
    void taskEnded(TaskEnded ended) {
        live = false;
        result = ended;
        verdict = null;
        attempts.set(
                attempts.size() - 1,
                attempts.getLast().ended(now(), ended.outcome(), Line.of(ended.reason(), MAX_REASON)));
        changed = true;
        if (ended.outcome() == Outcome.ACCEPTED) {
            acceptedAt = now();
        }
    }

    void integrated(@Nullable String as, String why) {
        commit = as;
        integratedAt = now();
        become(PackageState.INTEGRATED, why);
    }

    void ejected(Verdict why) {
        verdict = why;
        Ejection ejection = Ejections.of(why, now());
        attempts.set(attempts.size() - 1, attempts.getLast().ejected(ejection));
        changed = true;
        if (why instanceof Verdict.Trespass) {
            trespasses++;
        }
    }

    void become(PackageState next, String why) {
        state = next;
        reason = Line.of(why, MAX_REASON);
        finishedAt = next.ended() ? now() : null;
        changed = true;
    }

    void touched() {
        changed = true;
    }

    /** Whether it changed since the last call. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    PackageView view() {
        return new PackageView(
                id(),
                request.task().title(),
                state,
                reason,
                paused,
                attempts,
                readyAt,
                acceptedAt,
                integratedAt,
                finishedAt,
                commit);
    }

    Progress carry() {
        return new Progress(view(), live, ending, result, verdict, guidance, extraAttempts, trespasses);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
