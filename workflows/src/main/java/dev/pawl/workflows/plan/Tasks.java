package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.activity.plan.BriefAttempt;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.FromPlan;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanMember;
import dev.pawl.workflows.model.plan.PlanWord;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.state.Line;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The tasks of a plan: child workflows that outlive the run that started them, and report their end by a signal. Only
 * the run that started a task hears of its termination, so later runs look for it in the database now and then.
 */
final class Tasks {
    private static final Logger LOG = Workflow.getLogger(Tasks.class);

    private final String planId = Workflow.getInfo().getWorkflowId();
    private final PlanState state;
    private final PlanSearch search;
    /** Messages that the engine has not confirmed yet. */
    private int signalling;
    /** Whether a task is known to be unwatched only now. */
    private boolean lookNow;

    Tasks(PlanState state, PlanSearch search) {
        this.state = state;
        this.search = search;
    }

    void start(PackageRun run) {
        Prompt prompt = prompt(run);
        if (state.held() || run.state() != PackageState.WAITING) {
            // A person was faster.
            return;
        }
        PlanMember member = new PlanMember(
                planId, run.id(), run.attempt() + 1, state.opened().host());
        ChildWorkflowStub task = Workflow.newUntypedChildWorkflowStub(
                TaskWorkflow.TYPE,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(member.taskId())
                        .setTaskQueue(TaskQueues.TASKS)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                        .setStaticSummary(run.request.task().title())
                        .setTypedSearchAttributes(search.ofTask())
                        .build());
        run.started(member.taskId());
        run.starting = true;
        Promise<TaskOutcome> end = task.executeAsync(TaskOutcome.class, TaskInput.first(request(run, prompt), member));
        task.getExecution().handle((execution, failure) -> {
            run.starting = false;
            state.stir();
            return null;
        });
        end.handle((outcome, failure) -> {
            ended(run, member, failure);
            return null;
        });
    }

    /** Whether the engine has to confirm a start or a message. */
    boolean unconfirmed() {
        return signalling > 0 || state.packages().stream().anyMatch(run -> run.starting);
    }

    /** Signals the running task of a package, if there is one. */
    void signal(PackageRun run, PlanWord word, Action said) {
        if (!run.live) {
            return;
        }
        String taskId = run.taskId();
        signalling++;
        Async.procedure(() -> {
            Workflow.await(() -> !run.starting);
            try {
                Workflow.newUntypedExternalWorkflowStub(taskId)
                        .signal(FromPlan.SIGNAL, new FromPlan(word, said.text(), said.by()));
            } catch (SignalExternalWorkflowException e) {
                LOG.info("task {} of plan {} ended before it was asked to {}", taskId, planId, word.wire(), e);
            } finally {
                signalling--;
                state.stir();
            }
        });
    }

    /**
     * Looks for the end of tasks whose signal may have been lost.
     *
     * @param due whether it is time to look again
     */
    void lookForEnded(boolean due) {
        if (!due && !lookNow) {
            return;
        }
        lookNow = false;
        List<String> unwatched = state.packages().stream()
                .filter(run -> run.live && run.unwatched)
                .map(PackageRun::taskId)
                .toList();
        if (!unwatched.isEmpty()) {
            PlanSteps.localBookkeeping()
                    .ended(new AskEnded(planId, unwatched))
                    .tasks()
                    .forEach(state.inbox::add);
        }
    }

    private void ended(PackageRun run, PlanMember member, @Nullable RuntimeException failure) {
        boolean known = !run.live
                || run.attempt() != member.attempt()
                || state.inbox.stream().anyMatch(ended -> ended.taskId().equals(member.taskId()));
        if (known) {
            return;
        }
        if (failure == null || failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
            // Its signal was lost, or an earlier course of this plan started it.
            run.unwatched = true;
            lookNow = true;
        } else {
            String why = failure.getCause() == null
                    ? failure.getMessage()
                    : failure.getCause().getMessage();
            state.inbox.add(new TaskEnded(
                    member.taskId(),
                    run.id(),
                    member.attempt(),
                    Outcome.FAILED,
                    Cause.INTERNAL,
                    Line.of("its workflow ended without an outcome: " + why, 500),
                    null,
                    null));
        }
        state.stir();
    }

    private Prompt prompt(PackageRun run) {
        Prompt own = run.request.task().prompt();
        if (run.verdict == null && run.guidance.isEmpty()) {
            return own;
        }
        String before = run.attempt() == 0 ? null : run.taskId();
        return PlanSteps.localBookkeeping()
                .brief(new BriefAttempt(planId, run.id(), run.attempt() + 1, own, run.guidance, before, run.verdict));
    }

    /** The package's task, on a clone of what is integrated. */
    private TaskRequest request(PackageRun run, Prompt prompt) {
        TaskRequest task = run.request.task();
        List<String> owns = task.owns().isEmpty()
                ? List.of()
                : Stream.concat(task.owns().stream(), run.request.mayTouch().stream())
                        .distinct()
                        .toList();
        return task.toBuilder()
                .prompt(prompt)
                .workspace(WorkspaceSpec.isolated(state.opened().directory())
                        .sandboxed(state.terms().workspace().sandbox()))
                .owns(owns)
                .branch(null)
                .deliver(DeliverMode.NONE)
                .build();
    }
}
