package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.Extension;
import dev.pawl.workflows.task.state.TaskInput;
import dev.pawl.workflows.task.state.TaskView;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A task that takes a known time and has a known outcome, by package and attempt. Keeps what its plan says to it. */
public final class ScriptedTask implements TaskWorkflow {
    /** What the tasks of one test do. */
    static final Map<String, Script> SCRIPTS = new ConcurrentHashMap<>();

    static final Script DEFAULT = new Script(Duration.ofMinutes(10), Outcome.ACCEPTED);

    record Script(Duration takes, Outcome outcome) {}

    private final List<String> heard = new ArrayList<>();
    private @Nullable Outcome ordered;
    private String why = "as scripted";

    @Override
    public TaskOutcome run(TaskInput input) {
        PlanMember member = input.member();
        if (member == null) {
            throw new IllegalArgumentException("not a task of a plan");
        }
        String attempt = member.packageId() + "#" + member.attempt();
        Script script = SCRIPTS.getOrDefault(attempt, SCRIPTS.getOrDefault(member.packageId(), DEFAULT));
        Workflow.await(script.takes(), () -> ordered != null);
        Outcome outcome = ordered == null ? script.outcome() : ordered;
        Workflow.newUntypedExternalWorkflowStub(member.planId())
                .signal(
                        TaskEnded.SIGNAL,
                        new TaskEnded(
                                Workflow.getInfo().getWorkflowId(),
                                member.packageId(),
                                member.attempt(),
                                outcome,
                                Cause.NONE,
                                why,
                                "base",
                                "snapshot of " + attempt));
        return new TaskOutcome(outcome, Cause.NONE, why, 1, "snapshot of " + attempt);
    }

    @Override
    public void tryProvider() {
        // It waits for none.
    }

    @Override
    public void fromPlan(FromPlan said) {
        heard.add(said.word().wire() + ":" + said.text());
        switch (said.word()) {
            case STOP -> end(Outcome.PARTIAL, "stopped on request");
            case CANCEL -> end(Outcome.CANCELLED, "cancelled by " + said.by());
            case PAUSE, RESUME, INSTRUCT -> {
                // Kept.
            }
        }
    }

    private void end(Outcome outcome, String reason) {
        ordered = outcome;
        why = reason;
    }

    @Override
    public void cancel(Action action) {
        end(Outcome.CANCELLED, "cancelled by " + action.by());
    }

    @Override
    public TaskView view() {
        return new TaskView("scripted", TaskStatus.RUNNING, 1, String.join("|", heard), null, null);
    }

    @Override
    public TaskView answer(Action action) {
        return view();
    }

    @Override
    public TaskView approve(Action action) {
        return view();
    }

    @Override
    public TaskView reject(Action action) {
        return view();
    }

    @Override
    public TaskView pause(Action action) {
        return view();
    }

    @Override
    public TaskView resume(Action action) {
        return view();
    }

    @Override
    public TaskView instruct(Action action) {
        return view();
    }

    @Override
    public TaskView extend(Extension more) {
        return view();
    }

    @Override
    public TaskView stop(Action action) {
        return view();
    }

    @Override
    public void validateAnswer(Action action) {}

    @Override
    public void validateApprove(Action action) {}

    @Override
    public void validateReject(Action action) {}

    @Override
    public void validatePause(Action action) {}

    @Override
    public void validateResume(Action action) {}

    @Override
    public void validateInstruct(Action action) {}

    @Override
    public void validateExtend(Extension more) {}

    @Override
    public void validateStop(Action action) {}
}
