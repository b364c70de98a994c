package dev.pawl.gateway.watch;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Event;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.db.event.EventRow;
import dev.pawl.gateway.stream.Outlet;
import dev.pawl.gateway.view.Json;
import dev.pawl.gateway.wire.Times;
import java.util.List;

/** One reader's position in the events of one task. */
final class EventCursor {
    private final TaskFeed feed;
    private final Outlet<WatchTaskResponse> outlet;
    private long sequence;

    EventCursor(TaskFeed feed, long after, Outlet<WatchTaskResponse> outlet) {
        this.feed = feed;
        this.sequence = after;
        this.outlet = outlet;
    }

    long sequence() {
        return sequence;
    }

    /** Whether the reader has already seen the last event of an ended task. */
    boolean atEnd() {
        return sequence > 0
                && feed.at(sequence).stream()
                        .anyMatch(row -> row.seq() == sequence && type(row) == EventType.EVENT_TYPE_TASK_FINISHED);
    }

    /**
     * Sends new events.
     *
     * @return whether the event that ends the task was sent
     */
    boolean drain() {
        List<EventRow> page;
        do {
            page = feed.after(sequence);
            for (EventRow row : page) {
                outlet.send(WatchTaskResponse.newBuilder().setEvent(event(row)).build());
                sequence = row.seq();
                if (type(row) == EventType.EVENT_TYPE_TASK_FINISHED) {
                    return true;
                }
            }
        } while (page.size() == TaskFeed.PAGE);
        return false;
    }

    private static Event event(EventRow row) {
        return Event.newBuilder()
                .setSequence(row.seq())
                .setType(type(row))
                .setCreatedAt(Times.of(row.createdAt()))
                .setPayload(Json.struct(row.payload()))
                .build();
    }

    private static EventType type(EventRow row) {
        return Words.parse(EventType.class, row.type()).orElse(EventType.EVENT_TYPE_UNSPECIFIED);
    }
}
