package dev.pawl.worker.queue;

import dev.pawl.workflows.activity.Admission;
import dev.pawl.workflows.activity.AgentActivities;
import dev.pawl.workflows.activity.AskAdmission;
import dev.pawl.workflows.activity.AskPerson;
import dev.pawl.workflows.activity.AssessIteration;
import dev.pawl.workflows.activity.CloseQuestion;
import dev.pawl.workflows.activity.Collect;
import dev.pawl.workflows.activity.CollectActivities;
import dev.pawl.workflows.activity.CollectRows;
import dev.pawl.workflows.activity.CollectedThere;
import dev.pawl.workflows.activity.ComposePrompt;
import dev.pawl.workflows.activity.ComposedPrompt;
import dev.pawl.workflows.activity.DecideIteration;
import dev.pawl.workflows.activity.Decided;
import dev.pawl.workflows.activity.DeliverResult;
import dev.pawl.workflows.activity.Delivered;
import dev.pawl.workflows.activity.EvidenceActivities;
import dev.pawl.workflows.activity.FinishTask;
import dev.pawl.workflows.activity.HostActivities;
import dev.pawl.workflows.activity.HostCollectActivities;
import dev.pawl.workflows.activity.HostHeard;
import dev.pawl.workflows.activity.HostReapActivities;
import dev.pawl.workflows.activity.HostReaped;
import dev.pawl.workflows.activity.HostsToCollect;
import dev.pawl.workflows.activity.JudgeActivities;
import dev.pawl.workflows.activity.JudgeIteration;
import dev.pawl.workflows.activity.LastHeard;
import dev.pawl.workflows.activity.MoveTask;
import dev.pawl.workflows.activity.PrepareWorkspace;
import dev.pawl.workflows.activity.Prepared;
import dev.pawl.workflows.activity.PublishProgress;
import dev.pawl.workflows.activity.Reap;
import dev.pawl.workflows.activity.ReapActivities;
import dev.pawl.workflows.activity.RegisterTask;
import dev.pawl.workflows.activity.Registration;
import dev.pawl.workflows.activity.ReleaseWorkspace;
import dev.pawl.workflows.activity.RowsReaped;
import dev.pawl.workflows.activity.RunAgent;
import dev.pawl.workflows.activity.TaskActivities;
import dev.pawl.workflows.activity.WorkspaceActivities;
import dev.pawl.workflows.model.AgentReport;
import dev.pawl.workflows.model.Evidence;
import dev.pawl.workflows.model.Judgement;

/** Activities to register; nobody calls them. */
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
                new UncalledHostCollect());
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

    /** Apart, because it shares a queue with the workspaces. */
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
