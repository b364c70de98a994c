package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.AgentEvent;
import dev.pawl.api.v1.AgentEventType;
import dev.pawl.api.v1.CreateTokenRequest;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DeadLetterState;
import dev.pawl.api.v1.DiscardDeadLetterRequest;
import dev.pawl.api.v1.EventViolation;
import dev.pawl.api.v1.GetDeadLetterRequest;
import dev.pawl.api.v1.ListAgentEventsRequest;
import dev.pawl.api.v1.ListDeadLettersRequest;
import dev.pawl.api.v1.PublishLinesRequest;
import dev.pawl.api.v1.PublishLinesResponse;
import dev.pawl.api.v1.PublishRequest;
import dev.pawl.api.v1.PublishResponse;
import dev.pawl.api.v1.PublishStreamRequest;
import dev.pawl.api.v1.PublishStreamResponse;
import dev.pawl.api.v1.RejectedEvent;
import dev.pawl.api.v1.ReplayDeadLetterRequest;
import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.StoredAgentEvent;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsIT {
    private static GatewayUnderTest gateway;
    private static PawlClient client;

    private final String session = UUID.randomUUID().toString();

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory);
        client = gateway.client();
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void anEventIsStoredOnceHoweverOftenItIsPublished() {
        AgentEvent event = started("once")
                .setAgent("codex")
                .setTaskId("calc-1")
                .setProgress(0)
                .setDurationMs(12)
                .setData(Struct.newBuilder().putFields("note", text("password=swordfish")))
                .build();

        publish(event);
        PublishResponse again = publish(event, event);

        assertThat(again.getStored()).isEqualTo(2);
        assertThat(again.getRejectedList()).isEmpty();
        StoredAgentEvent stored = only();
        assertThat(stored.getSource()).isEqualTo("grpc");
        assertThat(stored.getEvent().getData().getFieldsOrThrow("note").getStringValue())
                .doesNotContain("swordfish")
                .contains("[redacted]");
        assertThat(stored.getEvent().toBuilder().clearData().build())
                .isEqualTo(event.toBuilder().clearData().build());
    }

    @Test
    void anInvalidEventIsNamedWithEveryFieldAndTheOthersAreStored() {
        AgentEvent bad = AgentEvent.newBuilder()
                .setId("bad")
                .setType(AgentEventType.AGENT_EVENT_TYPE_AGENT_ACTION)
                .setSessionId("unknown")
                .setStatusValue(99)
                .setProgress(140)
                .setDurationMs(-1)
                .build();

        PublishResponse response =
                publish(started("a").build(), bad, started("b").build());

        assertThat(response.getStored()).isEqualTo(2);
        RejectedEvent rejected = response.getRejected(0);
        assertThat(rejected.getIndex()).isEqualTo(1);
        assertThat(rejected.getId()).isEqualTo("bad");
        assertThat(rejected.getViolationsList())
                .extracting(EventViolation::getField)
                .containsExactlyInAnyOrder("session_id", "status", "progress", "duration_ms", "occurred_at", "action");
    }

    @Test
    void aRequestWithoutAValidEventIsRefusedWithItsFields() {
        assertThatThrownBy(() -> publish(started("x").setProgress(Double.NaN).build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(violations(e))
                                .extracting(FieldViolation::getField)
                                .containsExactly("events[0].progress"));
        assertThatThrownBy(() -> publish(started("x").setId("a\0b").build()))
                .hasMessageContaining("events[0].id: must not contain control characters");
        assertThatThrownBy(() -> publish(started("x")
                        .setData(Struct.newBuilder()
                                .putFields(
                                        "n",
                                        Value.newBuilder()
                                                .setNumberValue(Double.NaN)
                                                .build()))
                        .build()))
                .hasMessageContaining("events[0].data");
    }

    @Test
    void anIdOfADifferentEventIsRefused() {
        publish(started("taken").build());

        assertThatThrownBy(() -> publish(started("taken").setProgress(5).build()))
                .hasMessageContaining("events[0].id: is the id of a different event");
    }

    @Test
    void tooManyEventsAreRefusedWhole() {
        PublishRequest.Builder many = PublishRequest.newBuilder();
        for (int i = 0; i < 1001; i++) {
            many.addEvents(started("m" + i));
        }

        assertThatThrownBy(() -> client.events().publish(many.build()))
                .hasMessageContaining("has 1001 events; at most 1000 are allowed");
    }

    @Test
    void everyRequestOfAStreamIsAnsweredWhenItsEventsAreStored() throws InterruptedException {
        BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
        StreamObserver<PublishStreamRequest> requests = client.eventStreams().publishStream(new StreamObserver<>() {
            @Override
            public void onNext(PublishStreamResponse response) {
                answers.add(response);
            }

            @Override
            public void onError(Throwable failure) {
                answers.add(failure);
            }

            @Override
            public void onCompleted() {
                answers.add("completed");
            }
        });

        requests.onNext(
                PublishStreamRequest.newBuilder().addEvents(started("s1")).build());
        assertThat(next(answers))
                .isEqualTo(PublishStreamResponse.newBuilder().setStored(1).build());
        assertThat(only().getEvent().getId()).endsWith("s1");
        requests.onNext(PublishStreamRequest.newBuilder()
                .addEvents(started("s2").setProgress(101))
                .build());
        assertThat(next(answers))
                .isInstanceOfSatisfying(
                        PublishStreamResponse.class,
                        response -> assertThat(response.getRejectedCount()).isEqualTo(1));
        requests.onCompleted();
        assertThat(next(answers)).isEqualTo("completed");
    }

    @Test
    void eachLineOfASpoolEndsOnceAsAnEventOrADeadLetterThatCanBeListedShownReplayedAndDiscarded() {
        String file = UUID.randomUUID() + ".jsonl";
        PublishLinesRequest lines = PublishLinesRequest.newBuilder()
                .setFile(file)
                .setFirst(7)
                .addLines(ByteString.copyFromUtf8(
                        "{\"id\":\"%s\",\"type\":\"agent_action\",\"action\":\"command\",\"session_id\":\"%s\","
                                        .formatted(session + "l", session)
                                + "\"occurred_at\":\"2026-01-31T12:00:00Z\"}"))
                .addLines(ByteString.copyFromUtf8("{\"password\":\"swordfish\"}"))
                .build();

        PublishLinesResponse first = client.events().publishLines(lines);
        assertThat(client.events().publishLines(lines)).isEqualTo(first);
        assertThat(first)
                .isEqualTo(PublishLinesResponse.newBuilder()
                        .setStored(1)
                        .setDead(1)
                        .build());
        assertThat(only().getEvent().getAction()).isEqualTo(ActionKind.ACTION_KIND_COMMAND);

        DeadLetter letter = letters(file).getFirst();
        assertThat(letters(file)).hasSize(1);
        assertThat(letter.getOffset()).isEqualTo(8);
        assertThat(shown(letter, false)).doesNotContain("swordfish");
        assertThat(shown(letter, true)).isEqualTo("{\"password\":\"swordfish\"}");
        assertThatThrownBy(() -> client.events()
                        .replayDeadLetter(ReplayDeadLetterRequest.newBuilder()
                                .setId(letter.getId())
                                .setBy("ada")
                                .build()))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("is not valid yet");
        DiscardDeadLetterRequest discard = DiscardDeadLetterRequest.newBuilder()
                .setId(letter.getId())
                .setBy("ada")
                .build();
        assertThat(client.events().discardDeadLetter(discard).getDeadLetter().getClosedBy())
                .isEqualTo("ada");
        assertThatThrownBy(() -> client.events().discardDeadLetter(discard)).hasMessageContaining("discarded already");
        assertThat(letters(file)).isEmpty();
    }

    @Test
    void everythingThatIsStoredCanBeListed() {
        String large = "{\"text\":\"" + "x".repeat(250_000) + "\"}";
        String deep = "{\"a\":".repeat(18) + "[1]" + "}".repeat(18);
        for (int i = 0; i < 72; i += 12) {
            PublishLinesRequest.Builder lines = lines().setFirst(i);
            for (int n = i; n < i + 12; n++) {
                lines.addLines(line(String.valueOf(n), large));
            }
            client.events().publishLines(lines.build());
        }
        assertThat(client.events()
                        .publishLines(lines().addLines(line("deep", deep)).build())
                        .getStored())
                .isEqualTo(1);

        List<StoredAgentEvent> events = new ArrayList<>();
        List<StoredAgentEvent> page;
        do {
            page = client.events()
                    .listAgentEvents(ListAgentEventsRequest.newBuilder()
                            .setSessionId(session)
                            .setAfter(events.isEmpty() ? 0 : events.getLast().getPosition())
                            .build())
                    .getEventsList();
            events.addAll(page);
        } while (!page.isEmpty());

        assertThat(events).hasSize(73);
    }

    @Test
    void whatALineMayNotBeAMessageMayNotBeEither() {
        Struct deep = Struct.newBuilder().putFields("a", text("x")).build();
        for (int i = 0; i < 20; i++) {
            deep = Struct.newBuilder()
                    .putFields("a", Value.newBuilder().setStructValue(deep).build())
                    .build();
        }
        Struct large =
                Struct.newBuilder().putFields("a", text("x".repeat(300_000))).build();

        for (Struct data : List.of(deep, large)) {
            assertThatThrownBy(() -> publish(started("big").setData(data).build()))
                    .hasMessageContaining("INVALID_ARGUMENT")
                    .hasMessageContaining("events[0]");
        }
    }

    @Test
    void aTokenNeedsTheScopeOfWhatItDoesAndIsNamedInIt() {
        long letter = dead();
        try (PawlClient producer = with("producer", Scope.SCOPE_SUBMIT);
                PawlClient operator = with("operator", Scope.SCOPE_OPERATE)) {
            producer.events()
                    .publish(PublishRequest.newBuilder().addEvents(started("p")).build());
            assertThatThrownBy(() -> producer.events()
                            .getDeadLetter(GetDeadLetterRequest.newBuilder()
                                    .setId(letter)
                                    .build()))
                    .hasMessageContaining("PERMISSION_DENIED");
            assertThatThrownBy(() -> operator.events()
                            .publish(PublishRequest.newBuilder()
                                    .addEvents(started("o"))
                                    .build()))
                    .hasMessageContaining("PERMISSION_DENIED");

            DeadLetter closed = operator.events()
                    .discardDeadLetter(DiscardDeadLetterRequest.newBuilder()
                            .setId(letter)
                            .setBy("ada")
                            .build())
                    .getDeadLetter();

            assertThat(closed.getClosedBy()).isEqualTo("ada (operator)");
        }
    }

    private static PawlClient with(String name, Scope scope) {
        String secret = client.tokens()
                .createToken(CreateTokenRequest.newBuilder()
                        .setName(name)
                        .addScopes(scope)
                        .build())
                .getSecret();
        return PawlClient.over(
                Grpc.newChannelBuilderForAddress("127.0.0.1", gateway.port(), InsecureChannelCredentials.create())
                        .build(),
                secret,
                Duration.ofSeconds(20));
    }

    private static long dead() {
        PublishLinesRequest lines =
                lines().addLines(ByteString.copyFromUtf8("poison")).build();
        client.events().publishLines(lines);
        return letters(lines.getFile()).getFirst().getId();
    }

    private static PublishLinesRequest.Builder lines() {
        return PublishLinesRequest.newBuilder().setFile(UUID.randomUUID() + ".jsonl");
    }

    private ByteString line(String id, String data) {
        return ByteString.copyFromUtf8("""
                {"id":"%s","type":"agent_action","action":"command","session_id":"%s",\
                "occurred_at":"2026-01-31T12:00:00Z","data":%s}""".formatted(session + id, session, data));
    }

    @Test
    void unknownLettersAndInvalidSessionsAreRefused() {
        assertThatThrownBy(() -> client.events()
                        .getDeadLetter(
                                GetDeadLetterRequest.newBuilder().setId(404).build()))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> client.events()
                        .listAgentEvents(ListAgentEventsRequest.newBuilder()
                                .setSessionId("unknown")
                                .build()))
                .hasMessageContaining("session_id: is not a UUID");
    }

    private AgentEvent.Builder started(String id) {
        return AgentEvent.newBuilder()
                .setId(session + id)
                .setType(AgentEventType.AGENT_EVENT_TYPE_EXECUTION_LOG)
                .setSessionId(session)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(1_800_000_000))
                .setStatus(SessionStatus.SESSION_STATUS_OPEN);
    }

    private static PublishResponse publish(AgentEvent... events) {
        return client.events()
                .publish(PublishRequest.newBuilder()
                        .addAllEvents(List.of(events))
                        .build());
    }

    private StoredAgentEvent only() {
        List<StoredAgentEvent> events = client.events()
                .listAgentEvents(ListAgentEventsRequest.newBuilder()
                        .setSessionId(session)
                        .build())
                .getEventsList();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<DeadLetter> letters(String file) {
        return client
                .events()
                .listDeadLetters(ListDeadLettersRequest.newBuilder()
                        .setState(DeadLetterState.DEAD_LETTER_STATE_OPEN)
                        .build())
                .getDeadLettersList()
                .stream()
                .filter(letter -> letter.getTopic().equals(file))
                .toList();
    }

    private static String shown(DeadLetter letter, boolean raw) {
        return client.events()
                .getDeadLetter(GetDeadLetterRequest.newBuilder()
                        .setId(letter.getId())
                        .setRaw(raw)
                        .build())
                .getValue()
                .toStringUtf8();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static Object next(BlockingQueue<Object> answers) throws InterruptedException {
        Object answer = answers.poll(10, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer == null ? "nothing" : answer;
    }

    private static List<FieldViolation> violations(StatusRuntimeException failure) {
        try {
            for (Any detail : StatusProto.fromThrowable(failure).getDetailsList()) {
                if (detail.is(BadRequest.class)) {
                    return detail.unpack(BadRequest.class).getFieldViolationsList();
                }
            }
            return List.of();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
