package dev.pawl.task.reap;

import dev.pawl.db.audit.Audit;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.db.plan.Plans;
import dev.pawl.host.directory.HomeWorkers;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.task.EngineIdentity;
import dev.pawl.task.TaskRecords;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.upkeep.Inconsistency;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A database, an engine and a host that may disagree. */
final class ReapFixture implements AutoCloseable {
    static final String HOST = "here";

    final Records records = new Records();
    final Plans plans = new Plans(records.jdbc, records.transactions);
    final WorkspaceLocks locks = new WorkspaceLocks(records.jdbc);
    final ListedWorkflows listed = new ListedWorkflows(PawlDataConverter.create(records.claims()));
    final TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            .setUseTimeskipping(false)
            .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                    .setDataConverter(PawlDataConverter.create(records.claims()))
                    .setInterceptors(listed)
                    .build())
            .build());
    final HomeWorkers workers;
    final HostDirectories directories;
    private final ReapActivitiesImpl rows;
    private final HostReapActivitiesImpl host;

    ReapFixture(Path home) {
        // A thread of the test server may close a long poll twice, which does not matter to the condition that is
        // awaited.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        workers = HomeWorkers.join(home);
        directories = new HostDirectories(home, workers.id());
        ReapRecords all = new ReapRecords(
                new TaskRecords(
                        records.tasks, records.iterations, records.sessions, records.questions, records.decisions),
                plans,
                records.plans,
                locks,
                new Hosts(records.jdbc),
                new Audit(records.jdbc, records.transactions),
                records.events);
        TaskWorkflows workflows =
                new TaskWorkflows(engine.getWorkflowClient(), new EngineIdentity(engine.getWorkflowClient()));
        ProcessSupervisor processes = new ProcessSupervisor(Isolation.processTree(), workers.id());
        PlanWorkflows planned =
                new PlanWorkflows(engine.getWorkflowClient(), new EngineIdentity(engine.getWorkflowClient()));
        rows = new ReapActivitiesImpl(all, workflows, planned);
        host = new HostReapActivitiesImpl(all, new DeadWorkers(workers, processes, directories), workflows, HOST);
        // The findings of one run are bounded, and other tests in this JVM left many.
        rows.reap(new Reap(true, true), () -> {});
    }

    /** The findings about one subject, in the rows or on the host. */
    List<Inconsistency> look(boolean repair, String subject) {
        Reap everything = new Reap(repair, true);
        return Stream.concat(rows.reap(everything, () -> {}).found().stream(), host.reap(everything).found().stream())
                .filter(found -> found.subject().equals(subject))
                .toList();
    }

    /** Reported and left alone at first, then repaired, and no longer reported. */
    void findsAndPutsRight(InconsistencyKind kind, String subject) {
        Seen.only(look(false, subject), kind, Repair.SAFE);
        Seen.only(look(false, subject), kind, Repair.SAFE);
        Seen.only(look(true, subject), kind, Repair.DONE);
        Seen.nothing(look(false, subject));
    }

    /** Moves the times of a task's rows into the past. */
    void longAgo(String task) {
        records.jdbc
                .sql("update task set finished_at = finished_at - interval '1 hour' where id = :id")
                .param("id", task)
                .update();
        records.jdbc
                .sql(
                        "update session set started_at = started_at - interval '1 hour', ended_at = ended_at - interval '1 hour' where task_id = :id")
                .param("id", task)
                .update();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        workers.close();
    }
}
