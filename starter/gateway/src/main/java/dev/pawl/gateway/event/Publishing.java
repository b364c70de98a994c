package dev.pawl.gateway.event;

import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.v1.AgentEvent;
import dev.pawl.api.v1.EventViolation;
import dev.pawl.api.v1.RejectedEvent;
import dev.pawl.events.intake.Publication;
import dev.pawl.events.intake.Publication.Rejected;
import dev.pawl.gateway.failure.Failures;
import java.util.List;
import java.util.stream.Stream;

/** Publishes the events of a request. */
final class Publishing {
    /** Events of one request. */
    static final int MOST = 1000;

    private final Publication publication;

    Publishing(Publication publication) {
        this.publication = publication;
    }

    /**
     * Stores the valid events.
     *
     * @return the others
     */
    List<RejectedEvent> publish(List<AgentEvent> events) {
        if (events.size() > MOST) {
            throw Failures.invalid("events", "has %d events; at most %d are allowed".formatted(events.size(), MOST));
        }
        return publication.publish(events.stream().map(EventMessages::json).toList()).stream()
                .map(rejected -> message(events, rejected))
                .toList();
    }

    private static RejectedEvent message(List<AgentEvent> events, Rejected rejected) {
        return RejectedEvent.newBuilder()
                .setIndex(rejected.index())
                .setId(events.get(rejected.index()).getId())
                .addAllViolations(rejected.violations().stream()
                        .map(violation -> EventViolation.newBuilder()
                                .setField(violation.field())
                                .setDescription(violation.description())
                                .build())
                        .toList())
                .build();
    }

    /** Fields as in {@code events[3].progress}. */
    static List<FieldViolation> violations(List<RejectedEvent> rejected) {
        return rejected.stream().flatMap(Publishing::violations).toList();
    }

    private static Stream<FieldViolation> violations(RejectedEvent event) {
        return event.getViolationsList().stream()
                .map(violation -> FieldViolation.newBuilder()
                        .setField("events[%d]%s"
                                .formatted(
                                        event.getIndex(),
                                        violation.getField().isEmpty() ? "" : "." + violation.getField()))
                        .setDescription(violation.getDescription())
                        .build());
    }
}
