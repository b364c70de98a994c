package dev.pawl.task.session;

import dev.pawl.agent.Agents;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.session.SessionRow;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.record.content.Texts;
import dev.pawl.task.budget.AccountBudget;
import dev.pawl.task.budget.AccountBudgets;
import dev.pawl.task.budget.BudgetGate;
import dev.pawl.task.budget.Spending;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceLock;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.directory.Workspaces;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Agent activities on a real database, real workspaces and a real process table, with an agent that a test scripts. */
final class SessionFixture implements AutoCloseable {
    static final String HOST = "here";

    final Records records = new Records();
    final ScriptedAgent agent = new ScriptedAgent();
    final ContentStore contents;
    final Workspaces workspaces;
    final TestActivityEnvironment engine = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                    .setDataConverter(PawlDataConverter.create(records.claims()))
                    .build())
            .build());
    final AgentActivities activities;
    private final HostDirectories directories;
    private AccountBudgets budgets = AccountBudgets.NONE;
    private Clock clock = Clock.systemUTC();
    private AgentActivities implementation;
    final ProcessSupervisor processes = new ProcessSupervisor(Isolation.processTree());

    SessionFixture(Path home) {
        this.directories = new HostDirectories(home);
        this.contents = new LocalContentStore(directories.content());
        this.workspaces = new Workspaces(directories, new FreeLock());
        this.implementation = implementation(contents);
        this.activities = stub();
    }

    /** From now on, the activities store contents there. */
    void storesIn(ContentStore store) {
        implementation = implementation(store);
    }

    /** From now on, accounts have these budgets at that time. */
    void budgets(Instant now, AccountBudget... all) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
        budgets = new AccountBudgets(List.of(all));
        implementation = implementation(contents);
    }

    BudgetGate gate() {
        return new BudgetGate(budgets, records.reservations, clock);
    }

    private AgentActivitiesImpl implementation(ContentStore store) {
        SessionRecords to = new SessionRecords(
                records.sessions,
                records.interactions,
                records.actions,
                store,
                records.events,
                records.redaction,
                gate(),
                new Spending(records.tasks, records.judgeCalls),
                HOST);
        return new AgentActivitiesImpl(
                to, new Workplace(workspaces, processes, directories), new Agents(List.of(agent)));
    }

    private AgentActivities stub() {
        engine.registerActivitiesImplementations((AgentActivities) input -> implementation.runAgent(input));
        return engine.newActivityStub(
                AgentActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setHeartbeatTimeout(Duration.ofSeconds(2))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
    }

    /** A registered task with a prepared workspace. */
    RunAgent newRun(String prompt) {
        String task = records.newTask();
        Workspace workspace = workspaces.prepare(task, WorkspaceSpec.empty());
        return new RunAgent(
                task,
                3,
                AgentSpec.of(ScriptedAgent.NAME).withModel("asked-for"),
                WorkspaceSpec.empty(),
                new Texts(contents).put(prompt),
                workspace.base(),
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                null,
                null,
                false);
    }

    SessionRow onlySession(RunAgent input) {
        List<SessionRow> all = records.sessions.list(input.taskId());
        if (all.size() != 1) {
            throw new AssertionError("expected one session: " + all);
        }
        return all.getFirst();
    }

    Path directory(RunAgent input) {
        return workspaces.open(input.taskId()).directory();
    }

    @Override
    public void close() {
        engine.close();
    }

    private static final class FreeLock implements WorkspaceLock {
        @Override
        public Optional<String> acquire(String key, String taskId) {
            return Optional.empty();
        }

        @Override
        public void release(String taskId) {
            // Nothing is locked.
        }
    }
}
