package dev.pawl.workspace.surroundings;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.network.Reach;
import dev.pawl.host.place.ToolPlaces;
import dev.pawl.host.process.Sandbox;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.WorkspaceUnusableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox of this host hides: the user's home, with keys and sign-ins, except the programs in it, and Pawl's own
 * directories with other tasks. What a task names there must be something that sandboxes show.
 *
 * @param available whether bubblewrap works here
 * @param internet whether a sandbox can have a network of its own here
 */
public record TaskSandbox(HostDirectories host, BooleanSupplier available, BooleanSupplier internet) {
    /** For this host. */
    public TaskSandbox(HostDirectories host) {
        this(host, Sandbox::available, InternetProbe::works);
    }

    /** For a task's agent, with its writable directories; absent if the task requests none. */
    public @Nullable Sandbox ofAgent(@Nullable SandboxSpec spec, Path... writable) {
        return spec == null || !possible(spec)
                ? null
                : of(possible(reachOfAgent(spec), spec), spec.allowHosts(), writable);
    }

    /** For a task's checks and setup, with their writable directories; absent if the task requests none. */
    public @Nullable Sandbox ofChecks(@Nullable SandboxSpec spec, Path... writable) {
        return spec == null || !possible(spec)
                ? null
                : of(possible(reachOfChecks(spec), spec), spec.allowHosts(), writable);
    }

    /** What a sandbox that is optional is on this host, for the task's notes; empty if the task says what it is. */
    public List<String> notes(@Nullable SandboxSpec spec) {
        if (spec == null || !spec.ifPossible()) {
            return List.of();
        }
        if (!available.getAsBoolean()) {
            return List.of(
                    "no sandbox, since bubblewrap does not work on this host: the agent had all rights of its user");
        }
        return List.of(
                internet.getAsBoolean()
                        ? "sandbox: bubblewrap, with a network of its own"
                        : "sandbox: bubblewrap, with the network of this host, since pasta does not work: the agent"
                                + " reached every service of this host");
    }

    private boolean possible(SandboxSpec spec) {
        return !spec.ifPossible() || available.getAsBoolean();
    }

    private Reach possible(Reach wanted, SandboxSpec spec) {
        return spec.ifPossible() && !internet.getAsBoolean() ? Reach.HOST : wanted;
    }

    /**
     * Checks that the programs of a task can see what the task names.
     *
     * @param directory the workspace
     * @throws WorkspaceUnusableException naming everything they could not see
     */
    public void check(TaskRequest request, Path directory) {
        Sandbox sandbox = ofAgent(request.workspace().sandbox(), directory);
        if (sandbox == null) {
            return;
        }
        Path start = directory.resolve(request.workspace().start());
        List<String> refusals = new ArrayList<>();
        for (Path home : hiddenIn(directory)) {
            refusals.add("the workspace %s holds %s, which a sandbox hides; work in a directory below it"
                    .formatted(directory, home));
        }
        request.lineup().stream()
                .filter(agent -> !agent.command().isEmpty())
                .forEach(agent ->
                        sandbox.refusals(agent.command(), start).forEach(refusal -> refusals.add("agent: " + refusal)));
        request.setup()
                .forEach(setup -> sandbox.refusals(shell(setup.run()), start)
                        .forEach(refusal -> refusals.add("setup '%s': %s".formatted(setup.run(), refusal))));
        request.checks()
                .forEach(check -> sandbox.refusals(shell(check.run()), start)
                        .forEach(refusal -> refusals.add("check '%s': %s".formatted(check.name(), refusal))));
        if (!refusals.isEmpty()) {
            throw new WorkspaceUnusableException("sandbox: " + String.join("; ", refusals));
        }
    }

    private List<Path> hiddenIn(Path directory) {
        return homes().stream().filter(home -> home.startsWith(directory)).toList();
    }

    private static List<String> shell(String line) {
        return List.of("/bin/sh", "-c", line);
    }

    private static Reach reachOfAgent(SandboxSpec spec) {
        return switch (spec.network()) {
            case ALL, AGENT -> spec.allowHosts().isEmpty() ? Reach.INTERNET : Reach.HOSTS;
            case NONE -> Reach.NOTHING;
            case HOST -> Reach.HOST;
        };
    }

    private static Reach reachOfChecks(SandboxSpec spec) {
        return spec.network() == NetworkAccess.AGENT ? Reach.NOTHING : reachOfAgent(spec);
    }

    /** @throws WorkspaceUnusableException if this host has no sandbox: the task does not run without one */
    private Sandbox of(Reach reach, List<String> hosts, Path... writable) {
        if (!available.getAsBoolean()) {
            throw new WorkspaceUnusableException(
                    "sandbox: bubblewrap does not work on this host: install bubblewrap, allow unprivileged user namespaces"
                            + " where 'bwrap --ro-bind / / true' fails, or remove 'sandbox' from the task");
        }
        if ((reach == Reach.INTERNET || reach == Reach.HOSTS) && !internet.getAsBoolean()) {
            throw new WorkspaceUnusableException(
                    "network: this host cannot give a sandbox a network of its own: install pasta (package passt) and"
                            + " iproute2, or set 'network: none', or 'network: host', with which agent and checks reach"
                            + " every service of this host");
        }
        List<Path> hidden = new ArrayList<>(homes());
        List<Path> programs = hidden.stream()
                .flatMap(home -> ToolPlaces.programs().stream().map(home::resolve))
                .toList();
        hidden.add(host.home());
        return new Sandbox(hidden, List.of(host.home()), programs, List.of(writable), reach, hosts);
    }

    /** Asked once if the answer is yes, since it takes some 100 milliseconds. */
    private static final class InternetProbe {
        private static volatile boolean worked;

        static boolean works() {
            if (!worked) {
                worked = Sandbox.networkAvailable();
            }
            return worked;
        }
    }

    /** The home known to the system, and the one of this worker's environment. */
    private static List<Path> homes() {
        return Stream.of(System.getProperty("user.home"), System.getenv().getOrDefault("HOME", ""))
                .filter(home -> home.startsWith("/"))
                .map(home -> Path.of(home).normalize())
                .filter(home -> home.getNameCount() > 0)
                .distinct()
                .toList();
    }
}
