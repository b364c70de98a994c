package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.plan.PlanView;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.plan.schedule.MergeQueue;
import dev.pawl.workflows.plan.schedule.Schedule;
import dev.pawl.workflows.plan.schedule.Step;
import dev.pawl.workflows.plan.state.PlanCarried;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.plan.state.Progress;
import dev.pawl.workflows.plan.state.Stopping;
import dev.pawl.workflows.task.person.Action;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** State of a plan. Mutable, owned by one workflow run and used only by its workflow threads. */
final class PlanState {
    private final PlanRequest original;
    private final Map<String, PackageRun> packages = new LinkedHashMap<>();
    /** What happened since the plan last looked. */
    final Deque<TaskEnded> inbox = new ArrayDeque<>();
    /** Packages that people added or revised since the last record. */
    final List<PackageRequest> revised = new ArrayList<>();

    final Instant startedAt;
    final MergeQueue queue;

    @Nullable
    Registration registration;

    @Nullable
    IntegrationHead head;

    @Nullable
    String base;

    PlanStatus status = PlanStatus.RUNNING;
    String reason = "";
    boolean paused;

    @Nullable
    Stopping stopping;

    @Nullable
    Action cancelled;

    @Nullable
    PlanQuestion question;

    final List<String> toAsk;
    /** Whether nobody could be asked. */
    boolean unanswered;
    /** Whether something happened that the plan has not looked at. */
    boolean stirred = true;

    PlanState(PlanInput input) {
        original = input.request();
        PlanCarried carried = input.carried();
        if (carried == null) {
            startedAt = Instant.ofEpochMilli(Workflow.currentTimeMillis());
            queue = new MergeQueue(List.of());
            toAsk = new ArrayList<>();
            original.packages().forEach(each -> packages.put(each.id(), new PackageRun(each)));
            return;
        }
        startedAt = carried.startedAt();
        queue = new MergeQueue(carried.queue());
        toAsk = new ArrayList<>(carried.toAsk());
        registration = carried.registration();
        head = carried.head();
        base = carried.base();
        paused = carried.paused();
        stopping = carried.stopping();
        question = carried.question();
        unanswered = carried.unanswered();
        for (int i = 0; i < original.packages().size(); i++) {
            PackageRequest each = original.packages().get(i);
            Progress progress = carried.packages().get(i);
            packages.put(each.id(), new PackageRun(each, progress));
        }
    }

    /** The plan with what people changed. */
    PlanRequest request() {
        return with(packages.values().stream().map(each -> each.request).toList());
    }

    /** @throws IllegalArgumentException if these packages are no plan */
    PlanRequest with(List<PackageRequest> all) {
        return PlanRequest.builder(original.title(), original.workspace(), all)
                .limits(original.limits())
                .setup(original.setup())
                .checks(original.checks())
                .onFailure(original.onFailure())
                .deliver(original.deliver())
                .branch(original.branch())
                .squash(original.squash())
                .labels(original.labels())
                .interactive(original.interactive())
                .environment(original.environment())
                .build();
    }

    /** The plan's own terms; its packages may be outdated. */
    PlanRequest terms() {
        return original;
    }

    Collection<PackageRun> packages() {
        return packages.values();
    }

    @Nullable
    PackageRun find(String id) {
        return packages.get(id);
    }

    /** @throws ApplicationFailure NotFound, non-retryable, for an unknown package */
    PackageRun known(String id) {
        PackageRun run = packages.get(id);
        if (run == null) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the plan has no package '%s'".formatted(id), FailureTypes.NOT_FOUND);
        }
        return run;
    }

    void add(PackageRequest request) {
        packages.put(request.id(), new PackageRun(request));
    }

    PackageState stateOf(String id) {
        PackageRun found = packages.get(id);
        return found == null ? PackageState.DROPPED : found.state();
    }

    List<Step> steps() {
        return packages.values().stream().map(each -> Step.of(each.request)).toList();
    }

    long live() {
        return packages.values().stream().filter(each -> each.live).count();
    }

    /** Whether nothing new may start. */
    boolean held() {
        return paused || stopping != null || cancelled != null;
    }

    /** Packages that wait, and have everything they need. */
    Stream<PackageRun> ready() {
        return packages.values().stream()
                .filter(run ->
                        run.state() == PackageState.WAITING && Schedule.ready(Step.of(run.request), this::stateOf));
    }

    /** Whether packages wait for a person's word. */
    boolean undecided(String id) {
        return toAsk.contains(id) || (question != null && question.packageId().equals(id));
    }

    /** As people see it now. */
    PlanStatus statusNow() {
        if (status.ended()) {
            return status;
        }
        if (question != null) {
            return PlanStatus.WAITING;
        }
        return paused ? PlanStatus.PAUSED : PlanStatus.RUNNING;
    }

    void stir() {
        stirred = true;
    }

    IntegrationHead opened() {
        if (head == null) {
            throw new IllegalStateException("the integration repository is not open yet");
        }
        return head;
    }

    Registration registered() {
        if (registration == null) {
            throw new IllegalStateException("the plan is not registered yet");
        }
        return registration;
    }

    PlanView view() {
        return new PlanView(
                original.title(),
                status,
                reason,
                question,
                head == null ? null : head.commit(),
                startedAt,
                packages.values().stream().map(PackageRun::view).toList());
    }

    PlanInput carry(List<String> handledUpdates) {
        IntegrationHead now = opened();
        return new PlanInput(
                request(),
                new PlanCarried(
                        registered(),
                        now,
                        base == null ? now.commit() : base,
                        startedAt,
                        packages.values().stream().map(PackageRun::carry).toList(),
                        queue.ids(),
                        paused,
                        stopping,
                        question,
                        toAsk,
                        unanswered,
                        handledUpdates));
    }
}
