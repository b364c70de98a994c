package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requires a real bubblewrap, which {@code build/test-tools} installs. */
class SandboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ProcessSupervisor supervisor = new ProcessSupervisor(Isolation.probe());
    private final CollectedOutput output = new CollectedOutput();

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

            run(sandbox(false), connect);
            assertThat(output.stdout()).isEmpty();
            run(sandbox(true), connect);
            assertThat(output.stdout()).isEqualTo("reached\n");
        }
    }

    @Test
    void aHostWithoutBubblewrapIsReported() {
        assertThat(Sandbox.available(System.getenv("PATH"))).isTrue();
        assertThat(Sandbox.available(directory.toString())).isFalse();
    }

    private void run(String script) throws Exception {
        run(sandbox(false), script);
    }

    private void run(Sandbox sandbox, String script) throws Exception {
        ProcessSpec spec = new ProcessSpec(
                List.of("sh", "-c", script),
                work,
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"),
                null,
                "sandbox-" + work.hashCode(),
                LIMIT,
                LIMIT,
                Duration.ofSeconds(1),
                sandbox,
                WriteProtection.NONE);
        supervisor.run(spec, output, new ProcessWatch() {});
    }

    private Sandbox sandbox(boolean network) {
        return new Sandbox(List.of(home), List.of(home.resolve("bin")), List.of(work), network);
    }
}
