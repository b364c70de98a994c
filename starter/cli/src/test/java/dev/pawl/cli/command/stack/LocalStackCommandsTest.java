package dev.pawl.cli.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script that does what the local process promises: start.log, local.json, end on TERM. */
class LocalStackCommandsTest {
    private static final String STACK = """
            #!/bin/sh
            home=$3
            echo "database ready" >> "$home/start.log"
            started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
            cat > "$home/draft" <<END
            {"version": "1", "pid": $$, "started_at": "$started",
             "gateway": {"host": "127.0.0.1", "port": 1, "http_url": "http://127.0.0.1:2",
                         "token_file": "$home/token"},
             "ui_url": "http://127.0.0.1:8233",
             "engine": {"kind": "server", "address": "127.0.0.1:7233", "namespace": "default", "durable": true,
              "environment": {"TEMPORAL_CONFIG_FILE": "/it's here/temporal.toml",
                              "TEMPORAL_ADDRESS": "127.0.0.1:7233"}},
             "database": {"port": 5432}}
            END
            echo secret > "$home/token"
            mv "$home/draft" "$home/local.json"
            echo ready >> "$home/start.log"
            trap 'rm "$home/local.json"; exit 0' TERM
            while :; do sleep 0.05; done
            """;

    @TempDir
    Path directory;

    private Map<String, String> environment(String script) throws Exception {
        Path file = directory.resolve("stack.sh");
        Files.writeString(file, script);
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("PAWL_HOME", directory.resolve("home").toString());
        environment.put("PAWL_LOCAL_COMMAND", "/bin/sh\n" + file + "\nfirst");
        return environment;
    }

    private Invocation pawl(Map<String, String> environment, String... arguments) {
        return Invocation.of(environment, directory, arguments);
    }

    @AfterEach
    void end() throws Exception {
        pawl(environment(STACK), "down");
    }

    @Test
    void upStartsTheStackShowsItsProgressAndPrintsItsAddresses() throws Exception {
        Invocation up = pawl(environment(STACK), "up");
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.err()).contains("database ready");
        assertThat(up.out())
                .contains("gateway    127.0.0.1:1")
                .contains("http       http://127.0.0.1:2, with the same token")
                .contains("web ui     http://127.0.0.1:8233, log in with: pawl ui")
                .contains("PostgreSQL on 127.0.0.1:5432")
                .contains("tasks survive a restart");
    }

    @Test
    void upFindsAStackThatRunsAlready() throws Exception {
        Map<String, String> environment = environment(STACK);
        String first = pawl(environment, "up", "-o", "json").out();
        Invocation second = pawl(environment, "up", "-o", "json");
        assertThat(second.out()).isEqualTo(first);
        assertThat(second.err()).isEmpty();
    }

    @Test
    void envPrintsVariablesThatAShellReadsAsTheyAre() throws Exception {
        Map<String, String> environment = environment(STACK);
        pawl(environment, "up");
        Invocation env = pawl(environment, "env");
        assertThat(env.exitCode()).as(env.err()).isZero();
        assertThat(evaluated(env.out())).isEqualTo("/it's here/temporal.toml 127.0.0.1:7233");
        assertThat(pawl(environment, "env", "-o", "json").out())
                .contains("\"TEMPORAL_CONFIG_FILE\": \"/it's here/temporal.toml\"");
    }

    private static String evaluated(String script) throws Exception {
        Process shell = new ProcessBuilder(
                        "sh", "-c", script + "printf '%s %s' \"$TEMPORAL_CONFIG_FILE\" \"$TEMPORAL_ADDRESS\"")
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void upSaysIfAConfiguredEngineIsOpen() throws Exception {
        String open = STACK.replace("\"kind\": \"server\"", "\"kind\": \"configured\", \"open\": true");
        assertThat(pawl(environment(open), "up").out()).contains("as configured; it asks for NO CREDENTIAL");
    }

    @Test
    void uiPrintsALinkThatIsDifferentEachTime() throws Exception {
        Map<String, String> environment = environment(STACK);
        pawl(environment, "up");
        Files.createDirectories(directory.resolve("home/engine"));
        Files.writeString(directory.resolve("home/engine/ui-secret"), "secret");
        String first = pawl(environment, "ui").out();
        assertThat(first).matches("http://127.0.0.1:8233/login\\?t=\\d{13}\\.[0-9a-f]{32}\\.[0-9a-f]{64}\n");
        assertThat(pawl(environment, "ui").out()).isNotEqualTo(first);
    }

    @Test
    void uiAndEnvStartNothing() throws Exception {
        assertThat(pawl(environment(STACK), "ui").err()).contains("start it: pawl up");
        Invocation env = pawl(environment(STACK), "env");
        assertThat(env.exitCode()).isEqualTo(3);
        assertThat(env.out()).isEmpty();
    }

    @Test
    void downLeavesNoProcessAndASecondOneSaysSo() throws Exception {
        Map<String, String> environment = environment(STACK);
        pawl(environment, "up");
        Invocation down = pawl(environment, "down");
        assertThat(down.exitCode()).isZero();
        assertThat(down.out()).contains("ended the local stack (process ");
        long pid = Long.parseLong(down.out().replaceAll("(?s).*process (\\d+).*", "$1"));
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(pawl(environment, "down").out()).contains("the local stack is not running");
    }

    @Test
    void downEndsEngineAndDatabaseThatOutlivedTheStackAndNothingThatIsNotTheirs() throws Exception {
        Map<String, String> environment = environment(STACK);
        Path home = directory.resolve("home");
        Process engine = new ProcessBuilder("sleep", "3600").start();
        Process postgres = new ProcessBuilder("sleep", "3600").start();
        Process other = new ProcessBuilder("sleep", "3600").start();
        try {
            record(home, engine, engine.info().startInstant().orElseThrow());
            Files.createDirectories(home.resolve("postgres/data"));
            Files.writeString(
                    home.resolve("postgres/data/postmaster.pid"),
                    "%d\n/data\n%d\n5432\n"
                            .formatted(
                                    postgres.pid(),
                                    postgres.info().startInstant().orElseThrow().getEpochSecond()));
            pawl(environment, "up");
            Invocation down = pawl(environment, "down");
            assertThat(down.err()).contains("engine (process " + engine.pid(), "PostgreSQL (process " + postgres.pid());
            assertThat(engine.waitFor()).isEqualTo(143);
            assertThat(postgres.waitFor()).isEqualTo(143);

            record(home, other, Instant.EPOCH);
            assertThat(pawl(environment, "down").out()).isEqualTo("the local stack is not running\n");
            assertThat(other.isAlive()).as("its number was given out anew").isTrue();
        } finally {
            other.destroyForcibly();
            engine.destroyForcibly();
            postgres.destroyForcibly();
        }
    }

    private static void record(Path home, Process engine, Instant startedAt) throws Exception {
        Files.createDirectories(home.resolve("engine"));
        Files.writeString(
                home.resolve("engine/engine.json"),
                "{\"pid\": %d, \"started_at\": \"%s\", \"port\": 1, \"ui_port\": 2}"
                        .formatted(engine.pid(), startedAt));
    }

    @Test
    void aStackThatCannotStartEndsWith3ItsReasonAndItsLog() throws Exception {
        Invocation up = pawl(environment("echo 'failed: no disk' > \"$3/start.log\"; echo boom; exit 3\n"), "up");
        assertThat(up.exitCode()).isEqualTo(3);
        assertThat(up.err()).contains("the local stack cannot start: no disk").contains("pawl.log");
    }

    @Test
    void aStackThatEndsWithoutAReasonShowsItsOutput() throws Exception {
        Invocation up = pawl(environment("echo boom; exit 3\n"), "up");
        assertThat(up.exitCode()).isEqualTo(3);
        assertThat(up.err()).contains("the local stack ended while it started").contains("boom");
    }

    @Test
    void theStateOfAProcessThatIsGoneIsNotBelieved() throws Exception {
        Map<String, String> environment = environment(STACK);
        Path home = Files.createDirectories(directory.resolve("home"));
        Files.writeString(home.resolve("local.json"), """
                {"version": "1", "pid": %d, "started_at": "2020-01-01T00:00:00Z",
                 "gateway": {"host": "127.0.0.1", "port": 1, "token_file": "t"}, "ui_url": null,
                 "engine": {"kind": "server", "address": "a", "namespace": "n", "durable": true},
                 "database": {"port": 1}}
                """.formatted(
                        ProcessHandle.current().pid()));
        assertThat(pawl(environment, "down").out()).contains("not running");
        assertThat(pawl(environment, "up").err()).contains("starting the local stack");
    }

    @Test
    void withoutTheLauncherItSaysHowToStart() {
        Invocation up = pawl(Map.of("PAWL_HOME", directory.toString()), "up");
        assertThat(up.exitCode()).isEqualTo(3);
        assertThat(up.err()).contains("start this command by ./pawl");
    }
}
