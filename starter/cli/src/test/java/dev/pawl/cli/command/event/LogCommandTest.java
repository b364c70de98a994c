package dev.pawl.cli.command.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.api.v1.PublishLinesRequest;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.spool.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogCommandTest {
    private static final String SESSION = "3f2b8c1e-5d4a-4a3e-9b2f-0c1d2e3f4a5b";

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void spool() {
        environment.put("PAWL_EVENTS_SPOOL", "spool");
    }

    @Test
    void anEventIsSpooledWithNothingRunningAndOnlyItsUserCanReadIt() throws IOException {
        Invocation done = log(
                "start", "--session", SESSION, "--agent", "codex", "--task", "calc-1", "--data", "{\"host\":\"a\"}");

        assertThat(done).isEqualTo(new Invocation(0, "", ""));
        JsonObject event = events().getFirst();
        assertThat(event.get("type").getAsString()).isEqualTo("execution_log");
        assertThat(event.get("status").getAsString()).isEqualTo("open");
        assertThat(event.get("session_id").getAsString()).isEqualTo(SESSION);
        assertThat(event.get("agent").getAsString()).isEqualTo("codex");
        assertThat(event.get("task_id").getAsString()).isEqualTo("calc-1");
        assertThat(event.get("data").toString()).isEqualTo("{\"host\":\"a\"}");
        assertThat(event.get("occurred_at").getAsString()).endsWith("Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("spool"))))
                .isEqualTo("rwx------");
    }

    @Test
    void eventsOfASessionHaveTheirOrderTheirSessionAndEachAnIdOfItsOwn() throws IOException {
        environment.put("PAWL_SESSION", SESSION);
        environment.put("PAWL_TASK", "calc-1");

        log("start");
        log("progress", "0");
        log("action", "command");
        log("complete", "--status", "failed", "--duration", "3s");

        List<JsonObject> events = events();
        assertThat(events)
                .extracting(event -> event.get("session_id").getAsString())
                .containsOnly(SESSION);
        assertThat(events).extracting(event -> event.get("id").getAsString()).doesNotHaveDuplicates();
        assertThat(events.get(1).get("progress").getAsDouble()).isZero();
        assertThat(events.get(2).get("action").getAsString()).isEqualTo("command");
        assertThat(events.get(3).get("status").getAsString()).isEqualTo("failed");
        assertThat(events.get(3).get("duration_ms").getAsLong()).isEqualTo(3000);
    }

    @Test
    void theFirstPlaceThatCanBeWrittenIsUsed() throws IOException {
        Files.writeString(directory.resolve("file"), "not a directory");
        environment.put("PAWL_EVENTS_SPOOL", "file/spool, second ,third");

        assertThat(log("start", "--session", SESSION).exitCode()).isZero();

        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.getParent()).isEqualTo(directory.resolve("second")));
        assertThat(directory.resolve("third")).doesNotExist();
    }

    @Test
    void aCallerNeverFailsWhenNoPlaceCanBeWritten() throws IOException {
        Files.writeString(directory.resolve("file"), "not a directory");
        environment.put("PAWL_EVENTS_SPOOL", "file/a,file/b");

        Invocation done = log("start", "--session", SESSION);

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEmpty();
        assertThat(done.err()).contains("warning: the event is not recorded").contains("file/a", "file/b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "start | which session?",
                "start --session unknown | 'unknown' is not a UUID",
                "start --session 1-1-1-1-1 | is not a UUID",
                "progress 140 | from 0 to 100",
                "progress -1 | from 0 to 100",
                "progress NaN | from 0 to 100",
                "progress half | half",
                "complete --status error | unknown status 'error'; known: open, completed, failed, timed_out",
                "complete --status open | report progress instead",
                "action shell | unknown kind 'shell'; known: message, command",
                "start --data [1] | must be a JSON object",
                "start --duration -3s | is not a time",
                "start --duration soon | 'soon' is not a time"
            })
    void wrongUseIsAUsageErrorThatNamesWhatIsAllowedAndSpoolsNothing(String arguments, String message)
            throws IOException {
        if (!message.contains("which session")) {
            environment.put("PAWL_SESSION", SESSION);
        }

        Invocation done = log(arguments.split(" "));

        assertThat(done.exitCode()).as(done.err()).isEqualTo(2);
        assertThat(done.err()).contains(message);
        assertThat(directory.resolve("spool")).doesNotExist();
    }

    @Test
    void flushSendsEveryLineOnceAndRemovesItsFile() throws IOException {
        log("start", "--session", SESSION);
        log("progress", "--session", SESSION, "50");
        try (FakeGateway gateway = new FakeGateway()) {
            environment.putAll(gateway.environment());

            assertThat(log("flush").out()).isEqualTo("2 events stored, 0 dead letters\n");
            assertThat(log("flush", "-o", "jsonl").out()).isEqualTo("{\"stored\":0,\"dead\":0}\n");

            assertThat(gateway.events.lines)
                    .extracting(PublishLinesRequest::getLinesCount)
                    .containsExactly(1, 1);
            assertThat(gateway.events.lines)
                    .extracting(PublishLinesRequest::getFile)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void flushWithoutAGatewayKeepsTheEvents() throws IOException {
        log("start", "--session", SESSION);
        environment.put("PAWL_HOME", directory.resolve("home").toString());

        assertThat(log("flush").exitCode()).isEqualTo(3);
        assertThat(files()).hasSize(1);
    }

    private Invocation log(String... arguments) {
        return Invocation.of(
                environment,
                directory,
                Stream.concat(Stream.of("log"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : List.of("spool", "second")) {
            Path spool = directory.resolve(place);
            if (Files.exists(spool)) {
                try (Stream<Path> entries = Files.list(spool)) {
                    entries.sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    private List<JsonObject> events() throws IOException {
        List<JsonObject> events = new ArrayList<>();
        for (Path file : files()) {
            for (byte[] line : Spool.lines(file)) {
                events.add(JsonParser.parseString(new String(line, UTF_8)).getAsJsonObject());
            }
        }
        return events;
    }
}
