package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.content.Stored;
import dev.pawl.evidence.attempt.Progress;
import dev.pawl.evidence.check.CheckRunner;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.output.OutputSink;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProcessWatch;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.WorkspaceLock;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One task on its own host: real repository, real processes, real checks. */
final class EvidenceFixture {
    /** Sweeps find processes by task, and several of these fixtures run at once. */
    final String task;

    private static final WorkspaceLock NO_LOCK = new WorkspaceLock() {
        @Override
        public Optional<String> acquire(String key, String taskId) {
            return Optional.empty();
        }

        @Override
        public void release(String taskId) {}
    };

    private final Path root;
    final Path source;
    final EvidenceHost host;

    EvidenceFixture(Path root, Isolation isolation) {
        this(root, isolation, "task-" + UUID.randomUUID());
    }

    /** @param more variables of the worker */
    EvidenceFixture(Path root, Isolation isolation, Map<String, String> more) {
        this(root, isolation, "task-" + UUID.randomUUID(), more);
    }

    EvidenceFixture(Path root, Isolation isolation, String task) {
        this(root, isolation, task, Map.of());
    }

    private EvidenceFixture(Path root, Isolation isolation, String task, Map<String, String> more) {
        this.root = root;
        this.task = task;
        this.source = root.resolve("the user's project");
        HostDirectories directories = new HostDirectories(root.resolve("pawl"));
        ProcessSupervisor processes = new ProcessSupervisor(isolation);
        ContentStore contents = new LocalContentStore(directories.content());
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        Redaction redaction = Redaction.of(Map.of());
        CheckRunner runner = new CheckRunner(processes, environment, redaction, text -> store(contents, text));
        Workspaces workspaces = new Workspaces(directories, NO_LOCK, redaction);
        this.host = new EvidenceHost(directories, workspaces, processes, runner, contents);
    }

    /** Creates a git repository with one commit of these files. */
    void repository(Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = source.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(source);
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=u", "-c", "user.email=u@example.com", "commit", "-q", "-m", "base");
    }

    /** Another file, in a commit of its own. */
    void commit(String name, String text) throws Exception {
        Files.createDirectories(source.resolve(name).resolve("..").normalize());
        Files.writeString(source.resolve(name), text);
        git("add", name);
        git("-c", "user.name=u", "-c", "user.email=u@example.com", "commit", "-q", "-m", name);
    }

    Prepared prepare(TaskRequest request) {
        return new Preparation(host).prepare(PrepareWorkspace.first(task, request), Progress.NONE);
    }

    /** Runs a shell script as the agent of an iteration runs. */
    void work(String text, int iteration) throws Exception {
        Path script = Files.writeString(root.resolve("agent.sh"), text);
        Path home = Files.createDirectories(root.resolve("agent-home"));
        Path directory = host.workspaces().open(task).directory();
        WriteProtection wanted = host.workspaces().protection(task, directory, home);
        WriteProtection kept = host.processes().protects(wanted, null) ? wanted : WriteProtection.NONE;
        host.workspaces().watch(task).begin(iteration, kept);
        Map<String, String> environment = EnvironmentAllowList.TOOLS.build(System.getenv(), home, home);
        environment.put("SOURCE", source.toString());
        ProcessSpec spec = new ProcessSpec(
                List.of("/bin/sh", script.toString()),
                directory,
                environment,
                null,
                task + "/session",
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                null,
                kept);
        host.processes().run(spec, new Discard(), ProcessWatch.NONE);
    }

    /** Every file that no agent may touch, with its content: the user's, and those beside the workspace. */
    String outside() throws Exception {
        Path beside = host.directories().workspaces();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "find . \"$1\" -path \"$2\" -prune -o -type f -exec sha256sum {} + | sort",
                        "sh",
                        beside.toString(),
                        host.directories().workspace(task).toString())
                .directory(source.toFile())
                .start();
        String files = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return files;
    }

    Evidence assess(TaskRequest request, Prepared prepared, int iteration) {
        return Assessment.of(
                host, new AssessIteration(task, iteration, request, prepared), AgentTraces.NONE, Progress.NONE);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(source.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static ContentRef store(ContentStore contents, String text) {
        Stored stored = contents.put(text.getBytes(StandardCharsets.UTF_8));
        return new ContentRef(stored.sha256(), stored.size());
    }

    private static final class Discard implements OutputSink {
        @Override
        public void stdout(byte[] chunk, int length) {}

        @Override
        public void stderr(byte[] chunk, int length) {}
    }
}
