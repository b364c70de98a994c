package dev.pawl.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client sends, the session goes on and only the protocol is written. */
@Timeout(60)
class McpProtocolTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
        client = Client.of(gateway.environment(), directory);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    private void goesOn() throws IOException {
        assertThat(client.request("ping", new JsonObject()).has("result")).isTrue();
    }

    static Stream<byte[]> noMessages() {
        return Stream.of(
                        "garbage",
                        "[]",
                        "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]",
                        "null",
                        "42",
                        "{}",
                        "{\"jsonrpc\": \"2.0\"",
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"} {}",
                        "{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"}",
                        "{\"id\": 1, \"method\": \"ping\"}",
                        "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}",
                        "{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"}",
                        "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}",
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": null}",
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": [1]}",
                        "[".repeat(5000),
                        "{\"a\":".repeat(5000),
                        "1".repeat(5000))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("noMessages")
    void aLineThatIsNoMessageGetsAnError(byte[] line) throws Exception {
        client.line(line);

        int code = client.read().getAsJsonObject("error").get("code").getAsInt();
        assertThat(code).isIn(-32700, -32600);
        goesOn();
    }

    @Test
    void everyByteMayStandInALine() throws Exception {
        for (int b = 0; b < 256; b++) {
            if (b != '\n') {
                client.line(new byte[] {'{', '"', 'a', (byte) b, '"', ':', '1', '}'});
                assertThat(client.read().has("error")).as("byte %d", b).isTrue();
            }
        }
        goesOn();
    }

    @Test
    void aLineThatIsTooLongIsSkipped() throws Exception {
        byte[] piece = new byte[1024 * 1024];
        Arrays.fill(piece, (byte) 'x');
        for (int i = 0; i < 17; i++) {
            client.raw(piece);
        }
        client.line("");

        assertThat(client.read().toString()).contains("a message has at most 16 MB");
        goesOn();
    }

    @Test
    void emptyLinesAndLineEndsOfOtherSystemsAreNoMessages() throws Exception {
        client.line("");
        client.line("  \r");
        client.line("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"ping\"}\r");

        assertThat(client.read().get("id").getAsString()).isEqualTo("a");
    }

    @Test
    void unknownToolsAndMethodsAreErrorsOfTheProtocol() throws Exception {
        assertThat(client.request("tools/call", Client.object("{\"name\": \"nope\", \"arguments\": {}}"))
                        .has("error"))
                .isTrue();
        assertThat(client.request("tools/call", Client.object("{\"arguments\": {}}"))
                        .has("error"))
                .isTrue();
        assertThat(client.request("tools/call", Client.object("{\"name\": \"list\", \"arguments\": [1]}"))
                        .has("error"))
                .isTrue();
        assertThat(client.request("nope", new JsonObject()).has("error")).isTrue();
        goesOn();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status | {}                                     | task is missing
                    status | {"task": 5}                            | task must be a string
                    status | {"task": ["a"]}                        | task must be a string
                    status | {"task": {"id": "a"}}                  | task must be a string
                    status | {"task": null}                         | task is missing
                    status | {"task": "  "}                         | task must not be blank
                    status | {"id": "a", "task": "a"}               | unknown argument 'id'
                    status | {"tsk": "a"}                           | did you mean 'task'?
                    status | {"task": "a", "part": "evidnce"}       | did you mean 'evidence'?
                    status | {"task": "a", "offset": -1}            | offset must be a whole number from 0
                    status | {"task": "a", "offset": 1e300}         | offset must be a whole number
                    status | {"task": "a", "offset": "7"}           | offset must be a whole number
                    status | {"task": "a", "offset": 99999999999999999999} | offset must be a whole number
                    wait   | {"task": "a", "seconds": 601}          | seconds must be a whole number from 1 to 600
                    wait   | {"task": "a", "seconds": 1.5}          | seconds must be a whole number
                    list   | {"status": "runing"}                   | did you mean 'running'?
                    list   | {"limit": 0}                           | limit must be a whole number from 1
                    diff   | {"task": "a", "iteration": 0}          | iteration must be a whole number from 1
                    logs   | {"task": "a", "transcript": "yes"}     | transcript must be true or false
                    logs   | {"task": "a", "kinds": "command"}      | kinds must be a list of strings
                    logs   | {"task": "a", "kinds": [1]}            | kinds each of them must be a string
                    logs   | {"task": "a", "kinds": [null]}         | kinds each of them must be a string
                    answer | {"task": "a"}                          | text is missing
                    submit | {"prompt": "x", "checks": "make test"} | checks must be a list of strings""")
    void wrongArgumentsAreToolErrorsThatNameThem(String tool, String arguments, String message) throws Exception {
        Client.Result result = client.call(tool, arguments);

        assertThat(result.error()).isTrue();
        assertThat(result.texts()).contains(message);
        goesOn();
    }

    @Test
    void everyProblemOfTheArgumentsIsReported() throws Exception {
        assertThat(client.call("wait", "{\"seconds\": 0, \"tsk\": 1}").texts().lines())
                .hasSize(3);
    }

    @Test
    void hugeTextsAreRefusedShortly() throws Exception {
        String huge = "a".repeat(5_000_000);
        for (String arguments :
                new String[] {"{\"task\": \"%s\"}", "{\"task\": \"a\", \"part\": \"%s\"}", "{\"task\": {\"a\": \"%s\"}}"
                }) {
            Client.Result result = client.call("status", arguments.formatted(huge));
            assertThat(result.error()).isTrue();
            assertThat(result.texts()).hasSizeLessThan(1000);
        }
        assertThat(client.call("status", "{\"%s\": 1}".formatted("n".repeat(40_000)))
                        .texts())
                .startsWith("unknown argument 'nnn")
                .hasSizeLessThan(1000);
        assertThat(client.call("answer", "{\"task\": \"last\", \"text\": \"%s\"}".formatted(huge))
                        .texts())
                .contains("text has at most 8,192 characters");
        assertThat(client.call("submit", "{\"prompt\": \"%s\"}".formatted("p".repeat(11 * 1024 * 1024)))
                        .error())
                .isTrue();
        goesOn();
    }

    @Test
    void anIdMayBeAnyTextAndIsAToolErrorIfThereIsNoSuchTask() throws Exception {
        for (int c = 0; c < 256; c++) {
            unknown("x" + (char) c + "y");
        }
        for (String id : List.of("\uD800", "\uDC00", "a\u2028", "\uFEFF", "漢", "😀", "%", "../../etc", "-o")) {
            unknown(id);
        }
        goesOn();
    }

    private void unknown(String id) throws IOException {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("task", id);
        for (String tool : new String[] {"status", "diff", "approve"}) {
            Client.Result result = client.call(tool, arguments);
            assertThat(result.error()).as(id).isTrue();
            assertThat(result.texts()).as(id).startsWith("no task '");
        }
    }

    @Test
    void callsAtTheSameTimeAreAllAnswered() throws Exception {
        int calls = 200;
        Set<Integer> open = new HashSet<>();
        for (int i = 0; i < calls; i++) {
            open.add(client.sendCall("status", Client.object("{\"task\": \"last\"}")));
        }
        for (int i = 0; i < calls; i++) {
            JsonObject response = client.read();
            assertThat(Client.Result.of(response).error()).isFalse();
            assertThat(open.remove(response.get("id").getAsInt())).isTrue();
        }
        assertThat(open).isEmpty();
    }

    @Test
    void callsUnderWayAtTheEndOfTheInputAreAnswered() throws Exception {
        for (int i = 0; i < 10; i++) {
            client.sendCall("status", Client.object("{\"task\": \"last\"}"));
        }
        client.endOfInput();

        for (int i = 0; i < 10; i++) {
            assertThat(Client.Result.of(client.read()).error()).isFalse();
        }
        assertThat(client.exitCode()).isZero();
        assertThat(client.err()).isEmpty();
    }
}
