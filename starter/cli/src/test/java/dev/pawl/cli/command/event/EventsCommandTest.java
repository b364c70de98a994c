package dev.pawl.cli.command.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.AgentEvent;
import dev.pawl.api.v1.AgentEventType;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DeadLetterState;
import dev.pawl.api.v1.GetDeadLetterResponse;
import dev.pawl.api.v1.StoredAgentEvent;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {
    private static final String SESSION = "3f2b8c1e-5d4a-4a3e-9b2f-0c1d2e3f4a5b";

    @TempDir
    private Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.events.letters.add(letter(7));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void theEventsOfASessionAreListedOverAllPages() {
        assertThat(events("list", SESSION).out()).isEqualTo("no events\n");
        gateway.events.stored.add(event(3));
        gateway.events.stored.add(event(9));

        assertThat(events("list", SESSION).out()).contains("agent_action", "command", "0 %", "2026-01-31T12:00:00Z");
        assertThat(events("list", SESSION, "-o", "jsonl").out())
                .hasLineCount(2)
                .contains("\"position\":9", "\"progress\":0", "\"duration_ms\":null");
    }

    @Test
    void deadLettersAreListedWithTheirSourceAndError() {
        gateway.events.letters.add(letter(8));

        assertThat(events("dead", "list").out())
                .contains("agent-actions/2@41", "InvalidEvent: is not JSON", "open")
                .hasLineCount(3);
        assertThat(events("dead", "list", "-o", "jsonl").out()).contains("\"offset\":41");
        gateway.events.letters.clear();
        assertThat(events("dead", "list").out()).isEqualTo("no dead letters\n");
    }

    @Test
    void aDeadLetterIsShownReplayedAndDiscardedByItsNumber() {
        assertThat(events("dead", "show", "7").out()).contains("value     {oops", "attempts  3");
        assertThat(events("dead", "show", "7", "--raw").out()).isEqualTo("{oops\n\u0007");
        assertThat(events("dead", "replay", "7").out()).isEqualTo("dead letter 7 replayed\n");
        assertThat(events("dead", "discard", "7").out()).isEqualTo("dead letter 7 discarded\n");

        assertThat(gateway.events.asked).containsExactly("show 7", "show 7 raw", "replay 7 ada", "discard 7 ada");
    }

    @Test
    void aGroupWithoutACommandIsAUsageError() {
        assertThat(events().exitCode()).isEqualTo(2);
        assertThat(events("dead").exitCode()).isEqualTo(2);
        assertThat(events("dead", "show", "x").exitCode()).isEqualTo(2);
    }

    private Invocation events(String... arguments) {
        return Invocation.of(
                gateway.environment(),
                directory,
                Stream.concat(Stream.of("events"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static StoredAgentEvent event(long position) {
        return StoredAgentEvent.newBuilder()
                .setPosition(position)
                .setEvent(AgentEvent.newBuilder()
                        .setId("e" + position)
                        .setType(AgentEventType.AGENT_EVENT_TYPE_AGENT_ACTION)
                        .setAction(ActionKind.ACTION_KIND_COMMAND)
                        .setProgress(0)
                        .setSessionId(SESSION)
                        .setOccurredAt(Timestamp.newBuilder().setSeconds(1_769_860_800)))
                .setSource("spool")
                .build();
    }

    private static GetDeadLetterResponse letter(long id) {
        return GetDeadLetterResponse.newBuilder()
                .setDeadLetter(DeadLetter.newBuilder()
                        .setId(id)
                        .setTopic("agent-actions")
                        .setPartition(2)
                        .setOffset(41)
                        .setAttempts(3)
                        .setErrorClass("InvalidEvent")
                        .setReason("is not JSON")
                        .setState(DeadLetterState.DEAD_LETTER_STATE_OPEN))
                .setValue(ByteString.copyFromUtf8("{oops\n\u0007"))
                .build();
    }
}
