package dev.pawl.plan;

import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.content.Stored;
import dev.pawl.evidence.EvidenceHost;
import dev.pawl.evidence.check.CheckRunner;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workflows.activity.plan.IntegrateCall;
import dev.pawl.workflows.activity.plan.IntegrateResult;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.OpenIntegration;
import dev.pawl.workflows.activity.plan.PlanDelivery;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceLock;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.integration.IntegrationRepositories;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One plan on a host of its own: real repositories, processes and checks. The id of a package is that of its task. */
final class PlanFixture implements AutoCloseable {
    private static final WorkspaceLock NO_LOCK = new WorkspaceLock() {
        @Override
        public Optional<String> acquire(String key, String taskId) {
            return Optional.empty();
        }

        @Override
        public void release(String taskId) {}
    };

    /** Sweeps go by plan, and several of these run at once. */
    final String plan = "plan-" + UUID.randomUUID();

    final Path source;
    final EvidenceHost host;
    final IntegrationActivities activities;
    private List<String> copied = List.of();
    private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();

    PlanFixture(Path root) {
        this.source = root.resolve("project");
        HostDirectories directories = new HostDirectories(root.resolve("home"));
        ProcessSupervisor processes = new ProcessSupervisor(Isolation.probe());
        ContentStore contents = new LocalContentStore(directories.content());
        CheckRunner runner =
                new CheckRunner(processes, System.getenv(), Redaction.of(Map.of()), text -> store(contents, text));
        this.host = new EvidenceHost(directories, new Workspaces(directories, NO_LOCK), processes, runner, contents);
        engine.registerActivitiesImplementations(new IntegrationActivitiesImpl(
                host, "host-1", new IntegrationRepositories(directories, host.workspaces())));
        this.activities = engine.newActivityStub(IntegrationActivities.class);
    }

    @Override
    public void close() {
        engine.close();
    }

    WorkspaceSpec spec() {
        return WorkspaceSpec.isolated(source.toString()).copying(copied);
    }

    PlanFixture copying(String... patterns) {
        copied = List.of(patterns);
        return this;
    }

    /** A repository with these commands' files as its one commit. */
    PlanFixture repository(String script) {
        try {
            Files.createDirectories(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sh(source, script + "; git init -q -b main; git add -A; git commit -q -m base");
        return this;
    }

    IntegrationHead open() {
        return activities.open(new OpenIntegration(plan, spec()));
    }

    /** The result of a package that started from this head. */
    Candidate worked(IntegrationHead head, String name, String script, String... owns) {
        host.workspaces().prepare(name, WorkspaceSpec.isolated(head.directory()));
        Workspace workspace = host.workspaces().open(name);
        sh(workspace.directory(), script);
        return new Candidate(
                name,
                name,
                "Title of " + name,
                workspace.base(),
                workspace.snapshot("result").commit(),
                List.of(owns),
                List.of(),
                "policy 1");
    }

    static CheckSpec check(String run) {
        return new CheckSpec(run.split(" ", 2)[0], run, Duration.ofMinutes(1), Must.PASS, 0, null);
    }

    IntegrateResult integrate(IntegrationHead head, List<CheckSpec> checks, Candidate... candidates) {
        return integrate(head, List.of(), checks, candidates);
    }

    IntegrateResult integrate(
            IntegrationHead head, List<SetupSpec> setup, List<CheckSpec> checks, Candidate... candidates) {
        return activities.integrate(new IntegrateCall(plan, head, List.of(candidates), setup, checks, null, List.of()));
    }

    Delivered deliver(IntegrationHead base, String head, DeliverMode mode, @Nullable String branch, boolean squash) {
        return activities.deliver(
                new PlanDelivery(plan, "The plan", base.at(head), base.commit(), spec(), mode, branch, squash));
    }

    static String sh(Path directory, String script) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-euc", script))
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            for (String who : List.of("AUTHOR", "COMMITTER")) {
                builder.environment().put("GIT_%s_NAME".formatted(who), "U");
                builder.environment().put("GIT_%s_EMAIL".formatted(who), "u@localhost");
            }
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(script + "\n" + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<String> log(IntegrationHead head) {
        return new ArrayList<>(
                sh(Path.of(head.directory()), "git log --format=%s").lines().toList());
    }

    private static ContentRef store(ContentStore contents, String text) {
        Stored stored = contents.put(text.getBytes(StandardCharsets.UTF_8));
        return new ContentRef(stored.sha256(), stored.size());
    }
}
