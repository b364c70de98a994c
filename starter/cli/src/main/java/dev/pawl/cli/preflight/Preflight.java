package dev.pawl.cli.preflight;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.taskfile.NamedAgent;
import dev.pawl.cli.taskfile.TaskFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks, before anything starts, whether this machine has the programs that a task needs. */
public final class Preflight {
    private final Context context;
    private final Programs programs;
    /** What is missing, and what it is needed for. */
    private final Map<String, String> missing = new LinkedHashMap<>();

    public Preflight(Context context) {
        this.context = context;
        this.programs = Programs.onPath(context);
    }

    /**
     * @return notes for people, though the task can start
     * @throws CommandFailure naming everything that is missing and what to install
     */
    public List<String> check(TaskFile task) {
        need("git", "to keep the work");
        List<String> notes = new ArrayList<>(agents(task));
        TaskFile.Judge judge = task.judge();
        if (judge != null
                && !judge.agent().isEmpty()
                && !judge.agent().equals(task.agent().kind())) {
            notes.addAll(agent(judge.agent(), judge.command(), task.workspace()));
        }
        Stream.concat(
                        task.setup().stream().map(TaskFile.Setup::run),
                        task.checks().stream().map(TaskFile.Check::run))
                .forEach(line -> FirstWord.of(line).ifPresent(word -> need(word, "for: " + line)));
        if (!missing.isEmpty()) {
            throw new CommandFailure(ExitCode.CONFIGURATION, message());
        }
        KnownServer.missing(judge, context).ifPresent(what -> {
            throw new CommandFailure(ExitCode.CONFIGURATION, what);
        });
        return notes;
    }

    /** One of several agents is enough, since the others replace a missing one. */
    private List<String> agents(TaskFile task) {
        List<String> notes = new ArrayList<>();
        Map<String, String> before = new LinkedHashMap<>(missing);
        Map<String, String> lacking = new LinkedHashMap<>();
        int unable = 0;
        for (NamedAgent agent : task.agents()) {
            notes.addAll(agent(agent.kind(), agent.command(), task.workspace()));
            if (!missing.equals(before)) {
                unable++;
                notes.add(
                        "agent " + agent.name() + " is not on this machine; other agents of the list are used instead");
                lacking.putAll(missing);
                missing.clear();
                missing.putAll(before);
            }
        }
        if (unable < task.agents().size()) {
            return notes;
        }
        missing.putAll(lacking);
        return List.of();
    }

    private void need(String program, String purpose) {
        if (programs.find(program).isEmpty()) {
            missing.putIfAbsent(program, purpose);
        }
    }

    private List<String> agent(String agent, List<String> command, @Nullable Path workspace) {
        Optional<KnownAgent> known = KnownAgent.named(agent);
        if (known.isPresent()) {
            return known(known.get());
        }
        if (!command.isEmpty()) {
            program(command.getFirst(), workspace);
            command.stream()
                    .skip(1)
                    .limit(1)
                    .filter(item -> item.startsWith("/"))
                    .forEach(this::script);
        }
        return List.of();
    }

    private List<String> known(KnownAgent agent) {
        if (Programs.agents(context).find(agent.program()).isEmpty()) {
            missing.putIfAbsent(agent.program(), "the agent " + agent.name());
        }
        return agent.signIn(context) == KnownAgent.SignIn.SIGNED_OUT
                ? List.of(agent.name() + " seems not to be signed in; " + agent.signIn())
                : List.of();
    }

    private void program(String program, @Nullable Path workspace) {
        if (!program.contains("/")) {
            need(program, "the agent's command");
            return;
        }
        Path file = workspace == null ? Path.of(program) : workspace.resolve(program);
        boolean decidable = program.startsWith("/") || workspace != null;
        if (decidable && !Files.isExecutable(file)) {
            missing.putIfAbsent(program, "the agent's command; it does not exist or is not executable");
        }
    }

    /** A script of an interpreter, such as {@code python3 ${TASK_DIR}/agent.py}. */
    private void script(String path) {
        if (!Files.isReadable(Path.of(path))) {
            missing.putIfAbsent(path, "an argument of the agent's command; no such file");
        }
    }

    private String message() {
        StringBuilder message = new StringBuilder("missing on this machine, so nothing was started:");
        missing.forEach((program, purpose) -> {
            message.append("\n  ").append(program).append(" (").append(purpose).append(')');
            if (!program.contains("/")) {
                message.append("; ").append(Programs.install(program));
            }
        });
        return message.toString();
    }
}
