package dev.pawl.evidence;

import dev.pawl.evidence.attempt.Progress;
import dev.pawl.evidence.check.CheckPlace;
import dev.pawl.evidence.check.CheckResult;
import dev.pawl.evidence.check.CheckRunner;
import dev.pawl.evidence.check.Expectation;
import dev.pawl.evidence.check.GeneratedNames;
import dev.pawl.evidence.check.PrivateTemp;
import dev.pawl.evidence.observed.ReadObserver;
import dev.pawl.evidence.obstacle.TimedOut;
import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.Subtree;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.process.WriteProtection.Replacement;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.place.CheckRepository;
import dev.pawl.workspace.surroundings.TaskSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the checks and setup commands of one task, one after the other. */
final class CheckRuns {
    /** For a check that would run until its timeout. */
    private static final Duration WATCHED = Duration.ofMinutes(1);

    private final CheckRunner runner;
    private final HostDirectories host;
    private final String taskId;
    private final Settings settings;
    private final Protection protection;
    private final Path scratch;
    private final CheckRepository repository;
    private final Workspace workspace;
    private final PrivateTemp temp;
    private final Progress progress;
    // An older attempt must not end the processes of a newer one.
    private final UUID attempt = UUID.randomUUID();
    private int runs;
    private @Nullable Path committed;

    CheckRuns(
            CheckRunner runner,
            HostDirectories host,
            String taskId,
            Settings settings,
            Protection protection,
            CheckRepository repository,
            Workspace workspace,
            PrivateTemp temp,
            Progress progress) {
        this.runner = runner;
        this.host = host;
        this.taskId = taskId;
        this.settings = settings;
        this.protection = protection;
        this.repository = repository;
        this.workspace = workspace;
        this.temp = temp;
        this.scratch = host.create(host.checks(taskId)).resolve("run");
        this.progress = progress;
    }

    /** @return the first failure in one line; empty if all commands succeeded */
    String setup(List<SetupSpec> commands, Path directory) {
        for (SetupSpec command : commands) {
            String failure = guarded(() -> runner.setup(command, place(command.run(), directory), progress::cancelled));
            if (!failure.isEmpty()) {
                return failure;
            }
        }
        return "";
    }

    /**
     * @param tree the base, as it is in the directory
     * @param reads observes which of its files are read; already begun
     */
    Baseline baseline(
            String base,
            FileTree tree,
            List<CheckSpec> checks,
            Path directory,
            ReadObserver reads,
            Consumer<CheckEvidence> finished) {
        List<CheckEvidence> evidence = new ArrayList<>();
        Map<String, TestReport> reports = new LinkedHashMap<>();
        Map<String, Expectation> expected = new LinkedHashMap<>();
        List<String> counted = new ArrayList<>();
        CheckFiles reached = CheckFiles.of(checks, tree, settings.start());
        FileTree below = Subtree.of(tree, settings.start());
        for (CheckSpec check : checks) {
            Expectation wanted = Expectation.of(check, reached, below);
            CheckSpec once = TimedOut.watches(check, reached) ? check.once().within(WATCHED) : check.once();
            CheckResult result = run(once, directory, TestReport.NONE, wanted.unnamed());
            reads.ended(check.name(), reached);
            evidence.add(result.evidence());
            TestReport report = stable(check, result, directory, wanted);
            if (report.tests().size() < result.report().tests().size()) {
                counted.add(check.name());
            }
            reports.put(check.name(), report);
            expected.put(check.name(), wanted.after(result, counted.contains(check.name())));
            finished.accept(result.evidence());
        }
        return new Baseline(base, evidence, reports, Set.of(), expected, reads.own(), reads.note(), counted);
    }

    private TestReport stable(CheckSpec check, CheckResult result, Path directory, Expectation wanted) {
        return GeneratedNames.possible(check, result)
                ? GeneratedNames.stable(
                        result.report(),
                        run(check.once(), directory, TestReport.NONE, wanted.unnamed())
                                .report())
                : result.report();
    }

    CheckEvidence check(CheckSpec check, Path directory, Baseline baseline) {
        return result(check, directory, baseline).evidence();
    }

    CheckResult result(CheckSpec check, Path directory, Baseline baseline) {
        return run(check, directory, baseline.report(check.name()), baseline.expected(check));
    }

    /** From now on, commands in an isolated workspace see these files as the last commit of its repository. */
    void commit(Workspace workspace, String snapshot) {
        Path made = host.create(host.checks(taskId)).resolve("git");
        if (repository.replaceable().isPresent()) {
            repository.make(made, workspace.files(snapshot));
            committed = made;
        }
    }

    /**
     * Works in an empty directory without earlier build output, and removes it afterwards unless a newer attempt uses
     * it by then. If the workspace is a repository, so is this directory. The copied files of the task are there too.
     *
     * @param name of the directory, below the directory of the task's checks
     * @param checkout fills it
     */
    <T> T inCheckout(String name, Consumer<Path> checkout, Function<Path, T> work) {
        Path directory = host.create(host.checks(taskId)).resolve(name);
        Removal.remove(directory);
        try {
            Path place = host.create(directory.resolve("work"));
            checkout.accept(place);
            repository.make(place);
            workspace.restoreCopied(place);
            return work.apply(place);
        } finally {
            if (!progress.cancelled()) {
                Removal.remove(directory);
            }
        }
    }

    private CheckResult run(CheckSpec check, Path directory, TestReport before, Expectation expected) {
        return guarded(() -> runner.run(check, place(check.run(), directory), before, expected, progress::cancelled));
    }

    private CheckPlace place(String command, Path directory) throws IOException {
        List<Path> writable = new ArrayList<>(List.of(directory, host.create(scratch)));
        List<Path> sight = new ArrayList<>(writable);
        if (Files.isDirectory(repository.history())) {
            sight.add(repository.history());
        }
        Sandbox kept = new TaskSandbox(host).ofChecks(settings.sandbox(), sight.toArray(Path[]::new));
        return new CheckPlace(
                "%s/checks-%s/%d".formatted(taskId, attempt, ++runs),
                directory,
                settings.start(),
                scratch,
                kept,
                protection.of(taskId, kept, replaced(command, directory, kept), writable.toArray(Path[]::new)),
                settings.environment());
    }

    /** A sandbox has its own temporary directories. */
    private List<Replacement> replaced(String command, Path directory, @Nullable Sandbox kept) throws IOException {
        boolean inWorkspace = directory.equals(repository.workspace());
        List<Replacement> replaced = new ArrayList<>();
        if (kept == null) {
            Path content = inWorkspace ? scratch : directory;
            replaced.addAll(temp.replacements(command, content.resolveSibling("temp")));
        }
        Path git = committed;
        if (inWorkspace && git != null) {
            repository.replaceable().ifPresent(at -> replaced.add(new Replacement(at, git, List.of())));
        }
        return replaced;
    }

    /**
     * How setup and checks run.
     *
     * @param sandbox absent means none
     * @param environment names of the worker's variables that they get
     * @param start the directory in which they start, relative to the workspace; empty for the workspace itself
     */
    record Settings(@Nullable SandboxSpec sandbox, List<String> environment, String start) {
        Settings {
            environment = List.copyOf(environment);
        }

        static Settings of(TaskRequest request) {
            return new Settings(
                    request.workspace().sandbox(),
                    request.environment(),
                    request.workspace().start());
        }
    }

    /** Which paths a run in a directory must not write, and which it sees replaced. */
    interface Protection {
        WriteProtection of(String taskId, @Nullable Sandbox sandbox, List<Replacement> replaced, Path... writable);
    }

    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private <T> T guarded(Work<T> work) {
        progress.check();
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a check could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a check ran");
        }
    }
}
