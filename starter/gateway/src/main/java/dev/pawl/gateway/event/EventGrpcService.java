package dev.pawl.gateway.event;

import com.google.protobuf.ByteString;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DiscardDeadLetterRequest;
import dev.pawl.api.v1.DiscardDeadLetterResponse;
import dev.pawl.api.v1.EventServiceGrpc;
import dev.pawl.api.v1.GetDeadLetterRequest;
import dev.pawl.api.v1.GetDeadLetterResponse;
import dev.pawl.api.v1.ListAgentEventsRequest;
import dev.pawl.api.v1.ListAgentEventsResponse;
import dev.pawl.api.v1.ListDeadLettersRequest;
import dev.pawl.api.v1.ListDeadLettersResponse;
import dev.pawl.api.v1.PublishLinesRequest;
import dev.pawl.api.v1.PublishLinesResponse;
import dev.pawl.api.v1.PublishRequest;
import dev.pawl.api.v1.PublishResponse;
import dev.pawl.api.v1.PublishStreamRequest;
import dev.pawl.api.v1.PublishStreamResponse;
import dev.pawl.api.v1.RejectedEvent;
import dev.pawl.api.v1.ReplayDeadLetterRequest;
import dev.pawl.api.v1.ReplayDeadLetterResponse;
import dev.pawl.api.v1.StoredAgentEvent;
import dev.pawl.db.agentevent.AgentEventRow;
import dev.pawl.db.deadletter.DeadLetterRow;
import dev.pawl.events.intake.EventStore;
import dev.pawl.events.intake.Incoming;
import dev.pawl.events.intake.Replays;
import dev.pawl.events.intake.Taken;
import dev.pawl.gateway.access.Caller;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.workflows.model.FailureTypes;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes in events of agents, and serves dead letters. */
public final class EventGrpcService extends EventServiceGrpc.EventServiceImplBase {
    private static final int EVENTS = 100;
    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int LETTERS = 200;
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._-]{1,200}\\.jsonl");

    private final EventStore store;
    private final Publishing publishing;

    public EventGrpcService(EventStore store) {
        this.store = store;
        this.publishing = new Publishing(store.publication());
    }

    @Override
    public void publish(PublishRequest request, StreamObserver<PublishResponse> observer) {
        List<RejectedEvent> rejected = publishing.publish(request.getEventsList());
        int stored = request.getEventsCount() - rejected.size();
        if (stored == 0 && !rejected.isEmpty()) {
            throw Failures.invalid(Publishing.violations(rejected));
        }
        answer(
                observer,
                PublishResponse.newBuilder()
                        .setStored(stored)
                        .addAllRejected(rejected)
                        .build());
    }

    @Override
    public StreamObserver<PublishStreamRequest> publishStream(StreamObserver<PublishStreamResponse> observer) {
        return new PublishedStream(publishing, observer);
    }

    @Override
    public void publishLines(PublishLinesRequest request, StreamObserver<PublishLinesResponse> observer) {
        if (!FILE.matcher(request.getFile()).matches()) {
            throw Failures.invalid("file", "must be a name of letters, digits, '.', '_' and '-' that ends with .jsonl");
        }
        if (request.getFirst() < 0) {
            throw Failures.invalid("first", "must be at least 0");
        }
        if (request.getLinesCount() > Publishing.MOST) {
            throw Failures.invalid(
                    "lines",
                    "has %d lines; at most %d are allowed".formatted(request.getLinesCount(), Publishing.MOST));
        }
        List<Incoming> lines = new ArrayList<>();
        for (ByteString line : request.getLinesList()) {
            lines.add(Incoming.line(request.getFile(), request.getFirst() + lines.size(), line.toByteArray()));
        }
        Taken taken = store.intake().take(lines);
        answer(
                observer,
                PublishLinesResponse.newBuilder()
                        .setStored(taken.stored())
                        .setDead(taken.dead())
                        .build());
    }

    @Override
    public void listAgentEvents(ListAgentEventsRequest request, StreamObserver<ListAgentEventsResponse> observer) {
        ListAgentEventsResponse.Builder page = ListAgentEventsResponse.newBuilder();
        int bytes = 0;
        for (AgentEventRow row : store.events().after(session(request.getSessionId()), request.getAfter(), EVENTS)) {
            StoredAgentEvent event = EventMessages.message(row);
            bytes += event.getSerializedSize();
            if (bytes > PAGE_BYTES && page.getEventsCount() > 0) {
                break;
            }
            page.addEvents(event);
        }
        answer(observer, page.build());
    }

    private static UUID session(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Failures.invalid("session_id", "is not a UUID");
        }
    }

    @Override
    public void listDeadLetters(ListDeadLettersRequest request, StreamObserver<ListDeadLettersResponse> observer) {
        String state = Words.of(request.getState());
        ListDeadLettersResponse.Builder page = ListDeadLettersResponse.newBuilder();
        store.deadLetters()
                .after(state.isEmpty() ? null : state, request.getAfter(), LETTERS)
                .forEach(row -> page.addDeadLetters(DeadLetterMessages.of(row)));
        answer(observer, page.build());
    }

    @Override
    public void getDeadLetter(GetDeadLetterRequest request, StreamObserver<GetDeadLetterResponse> observer) {
        UnaryOperator<byte[]> content =
                bytes -> request.getRaw() ? bytes : store.redacted(bytes).getBytes(StandardCharsets.UTF_8);
        DeadLetterRow letter = find(request.getId());
        answer(observer, DeadLetterMessages.whole(letter, store.deadLetters().content(letter.id()), content));
    }

    @Override
    public void replayDeadLetter(ReplayDeadLetterRequest request, StreamObserver<ReplayDeadLetterResponse> observer) {
        Replays.Result result = store.replays()
                .replay(request.getId(), Caller.current().actingFor(request.getBy()))
                .orElseThrow(() -> unknown(request.getId()));
        DeadLetterRow letter = find(request.getId());
        DeadLetter replayed = switch (result) {
            case REPLAYED -> DeadLetterMessages.of(letter);
            case CLOSED_BEFORE -> throw closed(letter);
            case FAILED_AGAIN ->
                throw Failures.precondition(
                        FailureTypes.NOT_NOW,
                        "dead letter %d is not valid yet: %s".formatted(letter.id(), letter.reason()));
        };
        answer(
                observer,
                ReplayDeadLetterResponse.newBuilder().setDeadLetter(replayed).build());
    }

    @Override
    public void discardDeadLetter(
            DiscardDeadLetterRequest request, StreamObserver<DiscardDeadLetterResponse> observer) {
        boolean discarded =
                store.deadLetters().discarded(request.getId(), Caller.current().actingFor(request.getBy()));
        DeadLetterRow letter = find(request.getId());
        if (!discarded) {
            throw closed(letter);
        }
        answer(
                observer,
                DiscardDeadLetterResponse.newBuilder()
                        .setDeadLetter(DeadLetterMessages.of(letter))
                        .build());
    }

    private DeadLetterRow find(long id) {
        return store.deadLetters().find(id).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return Failures.notFound("no dead letter " + id + "; see: pawl events dead list");
    }

    private static RuntimeException closed(DeadLetterRow letter) {
        return Failures.precondition(
                FailureTypes.NOT_NOW, "dead letter %d is %s already".formatted(letter.id(), letter.state()));
    }

    private static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }
}
