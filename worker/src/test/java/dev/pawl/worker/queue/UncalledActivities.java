package dev.pawl.worker.queue;

import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.collect.CollectActivities;
import dev.pawl.workflows.activity.collect.CollectRows;
import dev.pawl.workflows.activity.collect.CollectedThere;
import dev.pawl.workflows.activity.collect.HostCollectActivities;
import dev.pawl.workflows.activity.collect.HostsToCollect;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.host.HostActivities;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.BriefAttempt;
import dev.pawl.workflows.activity.plan.EndedTasks;
import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.activity.plan.ReleaseIntegration;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.HostReaped;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.reap.RowsReaped;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.ComposedPrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.HostHeard;
import dev.pawl.workflows.activity.task.LastHeard;
import dev.pawl.workflows.activity.task.MoveTask;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.activity.workspace.DeliverResult;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.activity.workspace.ReleaseWorkspace;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.request.Prompt;

/** Activities to register that are never called. */
final class UncalledActivities implements TaskActivities, WorkspaceActivities, AgentActivities, JudgeActivities {

    static TaskQueueActivities all() {
        UncalledActivities most = new UncalledActivities();
        return new TaskQueueActivities(
                most,
                most,
                new UncalledEvidence(),
                most,
                most,
                new UncalledReap(),
                new UncalledHostReap(),
                new UncalledHost(),
                new UncalledCollect(),
                new UncalledHostCollect(),
                new UncalledPlan(),
                new UncalledIntegration());
    }

    private static final class UncalledCollect implements CollectActivities {
        @Override
        public HostsToCollect findHosts(Collect input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CollectedThere collectRows(CollectRows input) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class UncalledHostCollect implements HostCollectActivities {
        @Override
        public CollectedThere collectHost(Collect input) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class UncalledReap implements ReapActivities {
        @Override
        public RowsReaped reapRows(Reap input) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class UncalledHost implements HostActivities {
        @Override
        public void present() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class UncalledHostReap implements HostReapActivities {
        @Override
        public HostReaped reapHost(Reap input) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class UncalledPlan implements PlanActivities {
        @Override
        public Registration register(RegisterPlan input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Prompt brief(BriefAttempt input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void record(RecordProgress input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PlanSpent spent(AskSpent input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EndedTasks ended(AskEnded input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void finish(FinishPlan input) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class UncalledIntegration implements IntegrationActivities {
        @Override
        public IntegrationHead open(OpenIntegration input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public IntegrateResult integrate(IntegrateCall input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Delivered deliver(PlanDelivery input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(ReleaseIntegration input) {
            throw new UnsupportedOperationException();
        }
    }

    /** Separate, because it shares a queue with the workspaces. */
    private static final class UncalledEvidence implements EvidenceActivities {
        @Override
        public Evidence assess(AssessIteration input) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public HostHeard lastHeard(LastHeard input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration move(MoveTask input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void finish(FinishTask input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration register(RegisterTask input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Admission admit(AskAdmission input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ComposedPrompt compose(ComposePrompt input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Decided decide(DecideIteration input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void ask(AskPerson input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remind(RemindPerson input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close(CloseQuestion input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void publish(PublishProgress input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Prepared prepare(PrepareWorkspace input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivered deliver(DeliverResult input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(ReleaseWorkspace input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AgentReport runAgent(RunAgent input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Judgement judge(JudgeIteration input) {
        throw new UnsupportedOperationException();
    }
}
