package dev.pawl.cli.fake;

import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DiscardDeadLetterRequest;
import dev.pawl.api.v1.DiscardDeadLetterResponse;
import dev.pawl.api.v1.EventServiceGrpc.EventServiceImplBase;
import dev.pawl.api.v1.GetDeadLetterRequest;
import dev.pawl.api.v1.GetDeadLetterResponse;
import dev.pawl.api.v1.ListAgentEventsRequest;
import dev.pawl.api.v1.ListAgentEventsResponse;
import dev.pawl.api.v1.ListDeadLettersRequest;
import dev.pawl.api.v1.ListDeadLettersResponse;
import dev.pawl.api.v1.PublishLinesRequest;
import dev.pawl.api.v1.PublishLinesResponse;
import dev.pawl.api.v1.ReplayDeadLetterRequest;
import dev.pawl.api.v1.ReplayDeadLetterResponse;
import dev.pawl.api.v1.StoredAgentEvent;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events and dead letters that a test defines. */
public final class FakeEvents extends EventServiceImplBase {
    public final List<PublishLinesRequest> lines = new CopyOnWriteArrayList<>();
    public final List<StoredAgentEvent> stored = new ArrayList<>();
    public final List<GetDeadLetterResponse> letters = new ArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public void publishLines(PublishLinesRequest request, StreamObserver<PublishLinesResponse> out) {
        lines.add(request);
        answer(
                out,
                PublishLinesResponse.newBuilder()
                        .setStored(request.getLinesCount())
                        .build());
    }

    @Override
    public void listAgentEvents(ListAgentEventsRequest request, StreamObserver<ListAgentEventsResponse> out) {
        answer(
                out,
                ListAgentEventsResponse.newBuilder()
                        .addAllEvents(stored.stream()
                                .filter(event -> event.getPosition() > request.getAfter())
                                .limit(1)
                                .toList())
                        .build());
    }

    @Override
    public void listDeadLetters(ListDeadLettersRequest request, StreamObserver<ListDeadLettersResponse> out) {
        answer(
                out,
                ListDeadLettersResponse.newBuilder()
                        .addAllDeadLetters(letters.stream()
                                .map(GetDeadLetterResponse::getDeadLetter)
                                .filter(letter -> letter.getId() > request.getAfter())
                                .limit(1)
                                .toList())
                        .build());
    }

    @Override
    public void getDeadLetter(GetDeadLetterRequest request, StreamObserver<GetDeadLetterResponse> out) {
        asked.add("show " + request.getId() + (request.getRaw() ? " raw" : ""));
        answer(out, letters.getFirst());
    }

    @Override
    public void replayDeadLetter(ReplayDeadLetterRequest request, StreamObserver<ReplayDeadLetterResponse> out) {
        asked.add("replay " + request.getId() + " " + request.getBy());
        answer(out, ReplayDeadLetterResponse.newBuilder().setDeadLetter(first()).build());
    }

    @Override
    public void discardDeadLetter(DiscardDeadLetterRequest request, StreamObserver<DiscardDeadLetterResponse> out) {
        asked.add("discard " + request.getId() + " " + request.getBy());
        answer(
                out,
                DiscardDeadLetterResponse.newBuilder().setDeadLetter(first()).build());
    }

    private DeadLetter first() {
        return letters.getFirst().getDeadLetter();
    }

    private static <T> void answer(StreamObserver<T> out, T response) {
        out.onNext(response);
        out.onCompleted();
    }
}
