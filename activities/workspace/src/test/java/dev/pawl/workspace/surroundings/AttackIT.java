package dev.pawl.workspace.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.output.OutputSink;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProcessWatch;
import dev.pawl.host.process.Programs;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workspace.surroundings.Attack.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack of docs/security.md, from inside an agent and from inside a check, in each kind of sandbox. */
class AttackIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SECRET = "not for agents";

    private final ProcessSupervisor supervisor = new ProcessSupervisor(Isolation.probe());
    private final String mark = "attack-" + UUID.randomUUID();

    @TempDir
    Path directory;

    private Path home = Path.of("unset");
    private Path work = Path.of("unset");
    private Path users = Path.of("unset");
    private ServerSocket everywhere = unbound();
    private @Nullable ServerSocketChannel socket;
    private @Nullable Process abstractSocket;

    record Place(@Nullable NetworkAccess network, boolean agent) {
        @Override
        public String toString() {
            return "%s, %s".formatted(network == null ? "no sandbox" : network, agent ? "agent" : "check");
        }
    }

    static Stream<Place> places() {
        return Stream.concat(
                Stream.of(new Place(null, true)),
                Stream.of(NetworkAccess.values())
                        .flatMap(network -> Stream.of(new Place(network, true), new Place(network, false))));
    }

    @BeforeEach
    void aHostWithSecretsAndServices() throws Exception {
        home = Files.createDirectories(directory.resolve("pawl"));
        work = Files.createDirectories(home.resolve("workspaces/t1/work"));
        Files.createDirectories(home.resolve("workspaces/t1/shadow"));
        Files.createDirectories(home.resolve("workspaces/t2/work"));
        Files.writeString(home.resolve("workspaces/t2/work/file"), SECRET);
        Files.writeString(home.resolve("token"), SECRET);
        users = Files.writeString(
                Files.createTempFile(Path.of(System.getProperty("user.home")), ".pawl-attack", ""), SECRET);
        everywhere = new ServerSocket();
        everywhere.bind(new InetSocketAddress(0));
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(directory.resolve("socket")));
        abstractSocket = abstractListener();
    }

    @AfterEach
    void close() throws Exception {
        Files.deleteIfExists(users);
        everywhere.close();
        if (socket != null) {
            socket.close();
        }
        if (abstractSocket != null) {
            abstractSocket.destroy();
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void eachAttackSucceedsWhereTheDocumentSaysItDoesAndNowhereElse(Place place) throws Exception {
        assumeThat(Sandbox.available()).as("bubblewrap works here").isTrue();
        Sandbox sandbox = sandbox(place);

        Map<Attack, String> outcomes = run(sandbox);

        Map<Attack, String> expected = new TreeMap<>();
        for (Attack attack : Attack.values()) {
            Outcome outcome = attack.outcome(place.network(), place.agent());
            assertThat(outcomes).as("what was tried").containsKey(attack);
            if (outcome == Outcome.AS_THE_HOST) {
                outcomes.remove(attack);
            } else {
                expected.put(attack, outcome.text());
            }
        }
        assertThat(outcomes).isEqualTo(expected);
        assertThat(ProcessHandle.allProcesses().anyMatch(this::marked))
                .as("a process outlives the run")
                .isFalse();
    }

    private @Nullable Sandbox sandbox(Place place) {
        TaskSandbox sandboxes = new TaskSandbox(new HostDirectories(home));
        if (place.network() == null) {
            return null;
        }
        SandboxSpec spec = new SandboxSpec(place.network());
        boolean needsPasta = place.network() == NetworkAccess.ALL || place.network() == NetworkAccess.AGENT;
        assumeThat(!needsPasta || Sandbox.networkAvailable())
                .as("pasta works here")
                .isTrue();
        return place.agent() ? sandboxes.ofAgent(spec, work) : sandboxes.ofChecks(spec, work);
    }

    private Map<Attack, String> run(@Nullable Sandbox sandbox) throws Exception {
        Files.copy(Path.of("src/test/resources/attack/attack.py").toAbsolutePath(), work.resolve("attack.py"));
        new ObjectMapper().writeValue(work.resolve("target.json").toFile(), target(sandbox != null));
        WriteProtection kept = new WriteProtection(List.of(home), List.of(work));
        Output output = new Output();
        supervisor.run(
                new ProcessSpec(
                        List.of(
                                Programs.find("python3").orElseThrow().toString(),
                                work.resolve("attack.py").toString(),
                                work.resolve("target.json").toString()),
                        work,
                        Map.of("PATH", System.getenv("PATH"), "HOME", work.toString()),
                        null,
                        "attack-" + work.hashCode(),
                        LIMIT,
                        LIMIT,
                        Duration.ofSeconds(1),
                        sandbox,
                        kept),
                output,
                ProcessWatch.NONE);
        Map<Attack, String> outcomes = new TreeMap<>();
        output.text()
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> outcomes.put(Attack.valueOf(line[0]), line[1]));
        assertThat(outcomes).as(output.errors()).hasSize(Attack.values().length);
        return outcomes;
    }

    private Map<String, Object> target(boolean sandboxed) throws Exception {
        List<String> addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .toList();
        Map<String, Object> target = new TreeMap<>();
        target.put("sandboxed", sandboxed);
        target.put("secret", SECRET);
        target.put("home_file", users.toString());
        target.put("token", home.resolve("token").toString());
        target.put("other", home.resolve("workspaces/t2/work").toString());
        target.put("shadow", home.resolve("workspaces/t1/shadow").toString());
        target.put("unix", directory.resolve("socket").toString());
        target.put("abstract", mark);
        target.put("port", everywhere.getLocalPort());
        target.put("addresses", addresses);
        target.put("worker", ProcessHandle.current().pid());
        target.put("mark", mark);
        return target;
    }

    /** Java has no abstract sockets. */
    private Process abstractListener() throws IOException {
        Process process = new ProcessBuilder(
                        "python3",
                        "-c",
                        "import socket, sys; s = socket.socket(socket.AF_UNIX); s.bind('\\0' + sys.argv[1]);"
                                + " s.listen(8); print('up', flush=True); sys.stdin.read()",
                        mark)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("up");
        return process;
    }

    private boolean marked(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())));
            return line.startsWith(mark);
        } catch (IOException gone) {
            return false;
        }
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Output implements OutputSink {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        @Override
        public void stdout(byte[] bytes, int length) {
            out.write(bytes, 0, length);
        }

        @Override
        public void stderr(byte[] bytes, int length) {
            err.write(bytes, 0, length);
        }

        String text() {
            return out.toString(StandardCharsets.UTF_8);
        }

        String errors() {
            return err.toString(StandardCharsets.UTF_8);
        }
    }
}
