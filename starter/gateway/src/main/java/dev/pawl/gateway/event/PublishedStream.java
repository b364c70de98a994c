package dev.pawl.gateway.event;

import dev.pawl.api.v1.PublishStreamRequest;
import dev.pawl.api.v1.PublishStreamResponse;
import dev.pawl.api.v1.RejectedEvent;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream of requests: each is answered when its events are stored, so a producer knows what to send again. */
final class PublishedStream implements StreamObserver<PublishStreamRequest> {
    private static final Logger log = LoggerFactory.getLogger(PublishedStream.class);

    private final Publishing publishing;
    private final StreamObserver<PublishStreamResponse> responses;

    PublishedStream(Publishing publishing, StreamObserver<PublishStreamResponse> responses) {
        this.publishing = publishing;
        this.responses = responses;
    }

    /** Failures end the stream by the translation of exceptions. */
    @Override
    public void onNext(PublishStreamRequest request) {
        List<RejectedEvent> rejected = publishing.publish(request.getEventsList());
        responses.onNext(PublishStreamResponse.newBuilder()
                .setStored(request.getEventsCount() - rejected.size())
                .addAllRejected(rejected)
                .build());
    }

    @Override
    public void onError(Throwable failure) {
        log.debug("a producer ended its stream: {}", failure.toString());
    }

    @Override
    public void onCompleted() {
        responses.onCompleted();
    }
}
