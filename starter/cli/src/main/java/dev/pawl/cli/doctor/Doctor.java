package dev.pawl.cli.doctor;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.local.LocalStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Inspects this machine: what is installed, what is missing, and what to do about it. */
public final class Doctor {
    private static final long ENOUGH_BYTES = 2L << 30;

    /** With a file of Temporal's, what it contains is not known here. */
    private static final List<String> CREDENTIALS = List.of(
            "TEMPORAL_TLS_CLIENT_CERT_PATH",
            "TEMPORAL_TLS_CLIENT_CERT_DATA",
            "TEMPORAL_API_KEY",
            "TEMPORAL_CONFIG_FILE");

    private final Context context;
    private final Home home;
    private final Cache cache;
    private final Probe probe;
    private final SandboxFindings sandbox;

    public Doctor(Context context) {
        this.context = context;
        this.home = Home.of(context);
        this.cache = new Cache(context);
        this.probe = new Probe(Programs.onPath(context));
        this.sandbox = new SandboxFindings(context);
    }

    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>(List.of(
                Finding.ok("jdk", Runtime.version() + " in " + System.getProperty("java.home")),
                needed("git", "--version"),
                engine()));
        new InstalledAgents(context).look().forEach(agent -> findings.add(agent(agent)));
        findings.addAll(machine());
        return findings;
    }

    private List<Finding> machine() throws IOException {
        return List.of(
                optional("python3", "--version", "agents and checks in Python"),
                optional("npm", "--version", "installing most agents"),
                isolation(),
                sandbox.bubblewrap(),
                sandbox.network(),
                ports(),
                homeDirectory(),
                disk(),
                localStack());
    }

    private Finding needed(String program, String flag) {
        return probe.ask(program, flag)
                .map(version -> Finding.ok(program, version))
                .orElseGet(() -> Finding.missing(program, "not found", Programs.install(program)));
    }

    private Finding optional(String program, String flag, String use) {
        return probe.ask(program, flag)
                .map(version -> Finding.ok(program, version))
                .orElseGet(() -> Finding.note(program, "not found, only needed for " + use, Programs.install(program)));
    }

    private Finding engine() throws IOException {
        String address = context.variable("TEMPORAL_ADDRESS");
        if (address != null && !isOwnEngine()) {
            return configuredEngine(address);
        }
        Optional<Path> built = cache.engine();
        if (built.isPresent()) {
            return Finding.ok("engine", "the pinned Temporal server, built: " + built.get());
        }
        return probe.ask("go", "version")
                .map(go -> Finding.ok(
                        "engine", go + ": the engine is built once, at the first start, which takes minutes"))
                .orElseGet(() -> Finding.note(
                        "engine",
                        "go not found: tasks will not survive a restart of the local stack",
                        Programs.install("go") + ", or name your own server with TEMPORAL_ADDRESS"));
    }

    /** In a shell with the variables of {@code pawl env}. */
    private boolean isOwnEngine() {
        String key = context.variable("TEMPORAL_TLS_CLIENT_KEY_PATH");
        return key != null && context.directory().resolve(key).normalize().startsWith(home.directory());
    }

    private Finding configuredEngine(String address) {
        String found = "Temporal at " + address + " (TEMPORAL_ADDRESS)";
        boolean credential = CREDENTIALS.stream().anyMatch(name -> context.variable(name) != null);
        return credential
                ? Finding.ok("engine", found)
                : Finding.note(
                        "engine",
                        found + ", without a credential: whoever reaches it, agents too, controls all tasks",
                        "require certificates or keys there, and name them: TEMPORAL_TLS_CLIENT_CERT_PATH,"
                                + " TEMPORAL_TLS_CLIENT_KEY_PATH, TEMPORAL_API_KEY");
    }

    private static Finding agent(InstalledAgent agent) {
        if (!agent.installed()) {
            return Finding.note(agent.name(), "not found, only needed for agent: " + agent.name(), agent.advice());
        }
        return switch (agent.signIn()) {
            case SIGNED_IN -> Finding.ok(agent.name(), agent.says() + ", signed in as far as known");
            case SIGNED_OUT -> Finding.note(agent.name(), agent.says() + ", not signed in", agent.advice());
            case UNKNOWN -> Finding.ok(agent.name(), agent.says() + ", sign-in unknown");
        };
    }

    private Finding isolation() {
        if (probe.ask("unshare", "--user", "--map-current-user", "--pid", "--fork", "true")
                .isPresent()) {
            return Finding.ok("isolation", "PID namespaces: the kernel ends whatever an agent leaves behind");
        }
        if (probe.ask("bwrap", "--dev-bind", "/", "/", "--unshare-pid", "true").isPresent()) {
            return Finding.ok("isolation", "bubblewrap: the kernel ends whatever an agent leaves behind");
        }
        return Finding.note(
                "isolation",
                "no PID namespaces: processes that an agent leaves behind are found by a variable in their environment",
                "on Linux allow unprivileged user namespaces or install bubblewrap");
    }

    private static Finding ports() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Finding.ok("ports", "loopback is free to listen on, such as port " + socket.getLocalPort());
        } catch (IOException e) {
            return Finding.missing("ports", "cannot listen on loopback: " + e.getMessage(), "allow it");
        }
    }

    private Finding homeDirectory() {
        Path existing = existing();
        String directory = home.directory().toString();
        return Files.isWritable(existing)
                ? Finding.ok("home", directory)
                : Finding.missing("home", existing + " is not writable", "make it writable, or set PAWL_HOME");
    }

    private Finding disk() throws IOException {
        long free = Files.getFileStore(existing()).getUsableSpace();
        String found = String.format(Locale.ROOT, "%.1f GB free for %s", free / 1e9, home.directory());
        return free >= ENOUGH_BYTES
                ? Finding.ok("disk", found)
                : Finding.note("disk", found, "make room, or set PAWL_HOME to a larger disk");
    }

    private Path existing() {
        Path path = home.directory();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private Finding localStack() throws IOException {
        LocalStack stack = new LocalStack(home, context);
        if (stack.running().isPresent()) {
            return Finding.ok("local stack", "running, " + stack.running().get().engine());
        }
        return Files.exists(home.state())
                ? Finding.note("local stack", "it ended without cleaning up", "clean up with: pawl up")
                : Finding.ok("local stack", "not running; pawl up or pawl run starts it");
    }
}
