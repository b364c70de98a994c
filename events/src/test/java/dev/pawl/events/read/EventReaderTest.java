package dev.pawl.events.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AgentEventType;
import dev.pawl.db.agentevent.NewAgentEvent;
import dev.pawl.host.redaction.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderTest {
    private static final String SESSION = "3f2b8c1e-5d4a-4a3e-9b2f-0c1d2e3f4a5b";
    /** Looks like one, but is none. */
    private static final String KEY = "sk-ant-" + "api03-" + "0123456789abcdefghij".repeat(2);

    private final EventReader reader = new EventReader(Redaction.of(Map.of("DEPLOY_TOKEN", "hunter2hunter2")));

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments(event(",\"progress\":140"), "progress: must be a number from 0 to 100, not 140"),
                arguments(event(",\"progress\":-1"), "progress: must be a number from 0 to 100, not -1"),
                arguments(event(",\"progress\":\"50\""), "progress: must be a number from 0 to 100, not \"50\""),
                arguments(event(",\"progress\":1e400"), "progress: must be a number from 0 to 100"),
                arguments(event(",\"duration_ms\":-1"), "duration_ms: must be a whole number of at least 0, not -1"),
                arguments(event(",\"duration_ms\":1.5"), "duration_ms: must be a whole number of at least 0"),
                arguments(event(",\"duration_ms\":9223372036854775808"), "duration_ms: must be a whole number"),
                arguments(event(",\"status\":\"error\""), "Duplicate field 'status'"),
                arguments(with("status", "error"), "status: 'error' is unknown; allowed: open, completed, failed"),
                arguments(with("type", "agent-actions"), "type: 'agent-actions' is unknown; allowed: agent_action, "),
                arguments(with("session_id", "unknown"), "session_id: 'unknown' is not a UUID"),
                arguments(with("session_id", "1-1-1-1-1"), "session_id: '1-1-1-1-1' is not a UUID"),
                arguments(
                        with("occurred_at", "2026-01-31T12:00:00"),
                        "occurred_at: '2026-01-31T12:00:00' has no time zone"),
                arguments(with("occurred_at", "2026-01-31 12:00:00"), "has no time zone"),
                arguments(with("occurred_at", "1970-01-02T03:04:05Z"), "is not between 2000 and 2100"),
                arguments(with("occurred_at", "yesterday"), "is not a time; write it as 2026-01-31T12:00:00Z"),
                arguments(with("id", " "), "id: must have 1 to 200 characters"),
                arguments(with("id", "x".repeat(201)), "id: must have 1 to 200 characters"),
                arguments(with("id", "a\\u0000b"), "id: must not contain control characters"),
                arguments(event(",\"task_id\":\"../x\""), "task_id: is not the id of a task"),
                arguments(event(",\"task_id\":7"), "task_id: must be text"),
                arguments(event(",\"data\":[1]"), "data: must be an object"),
                arguments(event(",\"data\":{\"a\":[1e400]}"), "data: has a number beyond the range of a double"),
                arguments(event(",\"data\":{\"a\":1" + "0".repeat(400) + "}"), "data: has a number beyond the range"),
                arguments(event(",\"data\":" + "{\"a\":".repeat(20) + "1" + "}".repeat(20)), "is not JSON"),
                arguments(event(",\"sucess\":true"), "sucess: is not a field of events; put it into 'data'"),
                arguments("{}", "id: is missing; session_id: is missing; occurred_at: is missing"),
                arguments("{}", "type: is missing; allowed: agent_action, routing_decision"),
                arguments(event("").replace(",\"status\":\"open\"", ""), "status: is missing"),
                arguments(event("").replace("execution_log", "agent_action"), "action: is missing"),
                arguments("", "is empty"),
                arguments("[1]", "is not a JSON object"),
                arguments("{", "is not JSON"),
                arguments(event("") + "x", "is not JSON"),
                arguments("{\"a\":".repeat(100) + "1" + "}".repeat(100), "is not JSON"),
                arguments("null", "is not a JSON object"),
                arguments(event(",\"data\":{\"x\":\"" + "x".repeat(EventReader.MAX_BYTES) + "\"}"), "at most 262144"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadEventIsRefusedWithItsReason(String json, String reason) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.reason()).contains(reason));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = event("").getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xC0;

        assertThat(reader.read(bytes, "", "kafka"))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo("is not UTF-8"));
        assertThat(reader.read((byte[]) null, "", "kafka")).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        String json = with("session_id", "unknown").replace("}", ",\"progress\":101,\"duration_ms\":-5}");

        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::field)
                                .containsExactly("session_id", "progress", "duration_ms"));
    }

    @Test
    void aProgressOfZeroStaysZeroAndTimesAreInstants() {
        NewAgentEvent event = valid(event(",\"progress\":0,\"duration_ms\":0"));

        assertThat(event.progress()).isEqualTo(0.0);
        assertThat(event.durationMillis()).isZero();
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
        assertThat(event.data()).isEqualTo("{}");
    }

    @Test
    void theTopicGivesTheTypeAndContradictsAnother() {
        String json = event("").replace("\"type\":\"execution_log\",", "");

        assertThat(reader.read(bytes(json), "agent-execution-logs", "kafka"))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        read -> assertThat(read.event().type()).isEqualTo("execution_log"));
        assertThat(reader.read(bytes(event("")), "agent-actions", "kafka"))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.reason())
                                .contains(
                                        "'execution_log' does not belong on topic 'agent-actions' of 'agent_action'"));
    }

    @Test
    void everyTypeHasATopic() {
        assertThat(EventTypes.topics())
                .hasSameSizeAs(Words.all(AgentEventType.class))
                .contains(
                        "agent-actions",
                        "agent-routing-decisions",
                        "agent-transformation-events",
                        "router-performance-metrics",
                        "agent-detection-failures",
                        "agent-execution-logs");
    }

    @Test
    void secretsAreRedactedByPatternByNameAndByValueAtAnyDepth() {
        NewAgentEvent event = valid(
                event(
                        ",\"agent\":\"codex hunter2hunter2\",\"data\":{"
                                + "\"password\":\"swordfish\",\"api_key\":12345678,\"text\":\"password=swordfish\","
                                + "\"nested\":[{\"env\":\"hunter2hunter2\"},\"" + KEY + "\"],"
                                + "\"ghp_0123456789abcdefghijABCDEFGHIJ\":1,\"list\":{\"password\":[[\"swordfish\"]]},\"input_tokens\":12,\"exact\":9007199254740993}"));

        assertThat(event.data() + event.agent())
                .doesNotContain("swordfish", "12345678\"", "hunter2hunter2", "sk-ant-api03", "ghp_0123456789")
                .contains("\"input_tokens\":12", "9007199254740993", Redaction.MARK);
        assertThat(event.data()).contains("\"api_key\":\"[redacted]\"");
    }

    @Test
    void aReasonHasNoSecret() {
        assertThat(read(KEY))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.reason()).doesNotContain("0123456789abcdefgh"));
        assertThat(read(with("id", KEY)))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo("id: looks like a secret"));
    }

    @Test
    void charactersThatTheDatabaseDoesNotStoreAreReplaced() {
        NewAgentEvent event =
                valid(event(",\"data\":{\"a\":\"x\\u0000y\",\"b\":\"\\ud800\",\"c\":\"\\ud83d\\ude00\"}"));

        assertThat(event.data()).isEqualTo("{\"a\":\"x\uFFFDy\",\"b\":\"\uFFFD\",\"c\":\"\uD83D\uDE00\"}");
    }

    @Test
    void theOrderOfFieldsDoesNotMakeADifferentEvent() {
        String one = event(",\"progress\":5,\"data\":{\"a\":1,\"b\":2}");
        String other = event(",\"data\":{\"b\":2,\"a\":1},\"progress\":5");

        assertThat(valid(one).digest()).isEqualTo(valid(other).digest());
        assertThat(valid(one).digest())
                .isNotEqualTo(valid(event(",\"progress\":6")).digest());
    }

    private static String event(String more) {
        return """
            {"id":"e-1","type":"execution_log","session_id":"%s","occurred_at":"2026-01-31T12:00:00+01:00",\
            "status":"open"%s}""".formatted(SESSION, more);
    }

    /** With one field changed. */
    private static String with(String field, String value) {
        return event("")
                .replaceFirst(
                        "\"%s\":\"[^\"]*\"".formatted(field),
                        "\"%s\":\"%s\"".formatted(field, value.replace("\\", "\\\\")));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private Reading read(String json) {
        return reader.read(bytes(json), "", "kafka");
    }

    private NewAgentEvent valid(String json) {
        Reading reading = read(json);
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).event();
    }
}
