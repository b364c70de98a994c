package dev.pawl.workflows.replay;

import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.collect.CollectReport;
import dev.pawl.workflows.collect.CollectWorkflow;
import dev.pawl.workflows.collect.CollectWorkflowImpl;
import dev.pawl.workflows.model.outcome.TaskOutcome;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.plan.DelegatingPlanWorkflow;
import dev.pawl.workflows.plan.PlanWorkflowImpl;
import dev.pawl.workflows.plan.state.PlanInput;
import dev.pawl.workflows.reap.ReapReport;
import dev.pawl.workflows.reap.ReapWorkflow;
import dev.pawl.workflows.reap.ReapWorkflowImpl;
import dev.pawl.workflows.scheduled.ScheduledRun;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflow;
import dev.pawl.workflows.scheduled.ScheduledRunWorkflowImpl;
import dev.pawl.workflows.task.DelegatingTaskWorkflow;
import dev.pawl.workflows.task.TaskWorkflowImpl;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/** Every workflow with one additional step, as a careless change would make it. */
public final class Changed {
    private Changed() {}

    private static void step() {
        Workflow.sleep(Duration.ofSeconds(1));
    }

    public static final class Task extends DelegatingTaskWorkflow {
        @WorkflowInit
        public Task(TaskInput input) {
            super(new TaskWorkflowImpl(input));
        }

        @Override
        public TaskOutcome run(TaskInput input) {
            step();
            return super.run(input);
        }
    }

    public static final class Plan extends DelegatingPlanWorkflow {
        @WorkflowInit
        public Plan(PlanInput input) {
            super(new PlanWorkflowImpl(input));
        }

        @Override
        public PlanOutcome run(PlanInput input) {
            step();
            return plan.run(input);
        }
    }

    public static final class Scheduled implements ScheduledRunWorkflow {
        @Override
        public void run(ScheduledRun input) {
            step();
            new ScheduledRunWorkflowImpl().run(input);
        }
    }

    public static final class Reaper implements ReapWorkflow {
        @Override
        public ReapReport run(Reap input) {
            step();
            return new ReapWorkflowImpl().run(input);
        }
    }

    public static final class Collector implements CollectWorkflow {
        @Override
        public CollectReport run(Collect input) {
            step();
            return new CollectWorkflowImpl().run(input);
        }
    }
}
