package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pawl.host.network.Reach;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requires a real bubblewrap, which {@code build/test-tools} installs. */
class SandboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ProcessSupervisor supervisor = new ProcessSupervisor(Isolation.probe());
    private final CollectedOutput output = new CollectedOutput();

    private final Map<String, String> environment = new TreeMap<>(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"));

    private Duration limit = LIMIT;
    private ProcessResult ended = new ProcessResult(ProcessResult.End.EXITED, null, Duration.ZERO);

    @TempDir
    Path directory;

    private Path work = Path.of("unset");
    private Path home = Path.of("unset");

    @BeforeEach
    void twoDirectories() throws IOException {
        work = Files.createDirectories(directory.resolve("work"));
        home = Files.createDirectories(directory.resolve("home"));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/tool"), "a tool");
        Files.writeString(home.resolve("secret"), "a key");
    }

    @Test
    void itsOwnDirectoriesCanBeWrittenAndNothingElse() throws Exception {
        run("echo mine > own; touch %s/theirs; touch /usr/theirs; touch /tmp/private && echo private".formatted(home));

        assertThat(work.resolve("own")).hasContent("mine");
        assertThat(home.resolve("theirs")).doesNotExist();
        assertThat(Path.of("/tmp/private")).doesNotExist();
        assertThat(output.stdout()).isEqualTo("private\n");
        assertThat(output.stderr()).contains("Read-only file system");
    }

    @Test
    void hiddenDirectoriesAreEmptyExceptForWhatIsShown() throws Exception {
        run("cat %1$s/secret; ls %1$s; cat %1$s/bin/tool; touch %1$s/bin/more".formatted(home));

        assertThat(output.stdout()).isEqualTo("bin\na tool");
        assertThat(home.resolve("bin/more")).doesNotExist();
    }

    @Test
    void otherProcessesAreNotSeen() throws Exception {
        run("ls /proc | grep -c '^%d$'".formatted(ProcessHandle.current().pid()));

        assertThat(output.stdout()).isEqualTo("0\n");
    }

    @Test
    void theNetworkIsAvailableOnlyIfAllowed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String connect =
                    "python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", %d), 5)' && echo reached"
                            .formatted(server.getLocalPort());

            run(sandbox(Reach.NOTHING), connect);
            assertThat(output.stdout()).isEmpty();
            run(sandbox(Reach.HOST), connect);
            assertThat(output.stdout()).isEqualTo("reached\n");
        }
    }

    @Test
    void nothingOfTheSystemIsThereThatIsNotListed() throws Exception {
        run(
                "cd /; for p in etc/shadow etc/ssh sys/class boot var/lib/dpkg srv mnt media; do [ -e $p ] && echo $p; done;"
                        + " ls run; [ -e etc/passwd ] && [ -d usr/bin ] && [ -e bin/sh ] && echo system");

        assertThat(output.stdout()).isEqualTo("system\n");
    }

    @Test
    void itHasNoPrivilegesAndItsSystemCallsAreFiltered() throws Exception {
        run("grep -E '^(NoNewPrivs|Seccomp|CapEff):' /proc/self/status | tr -d '\\t'");

        assertThat(output.stdout().lines())
                .containsExactlyInAnyOrder("NoNewPrivs:1", "Seccomp:2", "CapEff:0000000000000000");
    }

    @Test
    void itCreatesNoNamespaces() throws Exception {
        run("unshare --user --map-root-user echo nested || echo refused");

        assertThat(output.stdout()).isEqualTo("refused\n");
    }

    @Test
    void aPathThatACommandNamesIsSeenOutsideOfHomes() throws Exception {
        assumeThat(Files.isWritable(Path.of("/var/lib"))).isTrue();
        Path data = Files.createDirectories(Path.of("/var/lib/pawl-sandbox-test"));
        try {
            Files.writeString(data.resolve("rows"), "1,2");
            run("cat /var/lib/pawl-sandbox-test/rows; cd /; [ -e var/lib/dpkg ] || echo alone");
        } finally {
            Files.deleteIfExists(data.resolve("rows"));
            Files.delete(data);
        }

        assertThat(output.stdout()).isEqualTo("1,2alone\n");
    }

    @Test
    void aSocketIsNotSeenEvenIfAVariableNamesIt() throws Exception {
        Path socket = home.resolve("agent.sock");
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(socket));
            environment.put("SSH_AUTH_SOCK", socket.toString());

            run("[ -e \"$SSH_AUTH_SOCK\" ] || echo absent");
        }

        assertThat(output.stdout()).isEqualTo("absent\n");
    }

    @Test
    void aPrivateNetworkReachesOnlyTheLoopbackServiceThatTheEnvironmentNames() throws Exception {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();
        try (ServerSocket named = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            environment.put("MODEL_BASE_URL", "http://127.0.0.1:" + named.getLocalPort());
            run(
                    sandbox(Reach.INTERNET),
                    "for p in %d %d; do python3 -c \"import socket; socket.create_connection(('127.0.0.1', $p), 5)\""
                                    .formatted(named.getLocalPort(), other.getLocalPort())
                            + " && echo $p; done; cat /etc/resolv.conf");

            assertThat(output.stdout()).isEqualTo("%d\nnameserver 169.254.2.1\n".formatted(named.getLocalPort()));
        }
    }

    @Test
    void aRunThatMayConnectToSomeHostsReachesThemByTheProxyAndNothingByItself() throws Exception {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();
        Optional<InetAddress> address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
                .findFirst();
        assumeThat(address).as("an address of this host").isPresent();
        try (ServerSocket server = new ServerSocket(0, 5, address.orElseThrow());
                ServerSocket own = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String host = server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
            String loopback = "127.0.0.1:" + own.getLocalPort();
            Sandbox sandbox = new Sandbox(
                    List.of(home), List.of(), List.of(), List.of(work), Reach.HOSTS, List.of(host, loopback));
            String connect = "import os, socket, sys; p = os.environ['HTTPS_PROXY'].rsplit(':', 1)[1];"
                    + " s = socket.create_connection(('127.0.0.1', int(p)), 5);"
                    + " s.sendall(('CONNECT %s HTTP/1.1\\r\\n\\r\\n' % sys.argv[1]).encode()); print(s.recv(100)[9:12].decode())";
            String direct =
                    "import socket, sys; h, p = sys.argv[1].split(':'); socket.create_connection((h, int(p)), 5)";
            run(sandbox, """
                    python3 -c "%1$s" %2$s
                    python3 -c "%1$s" 127.0.0.1:1
                    python3 -c "%3$s" %2$s && echo direct
                    python3 -c "%3$s" %4$s && echo loopback""".formatted(connect, host, direct, loopback));

            assertThat(output.stdout()).isEqualTo("200\n403\nloopback\n");
        }
    }

    @Test
    void inAPrivateNetworkARunIsAskedToEndBeforeItIsKilledAndItsExitCodeIsItsOwn() throws Exception {
        assumeThat(Sandbox.networkAvailable()).as("pasta works here").isTrue();
        run(sandbox(Reach.INTERNET), "exit 7");
        assertThat(ended.exitCode()).isEqualTo(7);
        limit = Duration.ofSeconds(2);

        run(sandbox(Reach.INTERNET), "trap 'echo asked; exit' TERM; while :; do sleep 0.1; done");

        assertThat(output.stdout()).isEqualTo("asked\n");
    }

    @Test
    void aHostWithoutBubblewrapIsReported() {
        assertThat(Sandbox.available(System.getenv("PATH"))).isTrue();
        assertThat(Sandbox.available(directory.toString())).isFalse();
    }

    private void run(String script) throws Exception {
        run(sandbox(Reach.NOTHING), script);
    }

    private void run(Sandbox sandbox, String script) throws Exception {
        ProcessSpec spec = new ProcessSpec(
                List.of("sh", "-c", script),
                work,
                environment,
                null,
                "sandbox-" + work.hashCode(),
                limit,
                LIMIT,
                Duration.ofSeconds(1),
                sandbox,
                WriteProtection.NONE);
        ended = supervisor.run(spec, output, new ProcessWatch() {});
    }

    private Sandbox sandbox(Reach reach) {
        return new Sandbox(List.of(home), List.of(home.resolve("bin")), List.of(work), reach);
    }
}
