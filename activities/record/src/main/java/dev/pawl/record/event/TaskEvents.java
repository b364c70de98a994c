package dev.pawl.record.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.db.event.Events;
import dev.pawl.db.event.NewEvent;
import dev.pawl.host.redaction.Redaction;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores the events of tasks, for everyone who watches. Idempotent, so that an activity may run again. Thread-safe. */
public final class TaskEvents {
    private final Events events;
    private final EventPayload payload;
    private final ObjectMapper mapper;

    public TaskEvents(Events events, Redaction redaction, ObjectMapper mapper) {
        this.events = events;
        this.payload = new EventPayload(redaction);
        this.mapper = mapper;
    }

    /**
     * @param key distinguishes this event from others of its type within the task; the same when an activity runs again
     * @param fields stored with texts redacted and truncated
     */
    public void append(String taskId, EventType type, String key, EventFields fields) {
        events.append(EventIds.of(type, key), taskId, type.wire(), json(payload.of(fields.values())));
    }

    /**
     * Stores several events with one statement, like {@link #append} for each.
     *
     * @param fields by key, in the order of the events
     */
    public void tellAll(String taskId, EventType type, Map<String, EventFields> fields) {
        List<NewEvent> all = fields.entrySet().stream()
                .map(event -> new NewEvent(
                        EventIds.of(type, event.getKey()),
                        type.wire(),
                        json(payload.of(event.getValue().values()))))
                .toList();
        events.appendAll(taskId, all);
    }

    /**
     * Commits the rows and events written in {@code work} together, so that no row changes without its event.
     *
     * @throws dev.pawl.db.NotFoundException for an unknown task
     */
    public <T extends @Nullable Object> T together(String taskId, Supplier<T> work) {
        return events.together(taskId, work);
    }

    /** The same for work without a result. */
    public void together(String taskId, Runnable work) {
        events.<@Nullable Object>together(taskId, () -> {
            work.run();
            return null;
        });
    }

    /** The same for work that creates the task's row. */
    public <T extends @Nullable Object> T beginning(Supplier<T> work) {
        return events.beginning(work);
    }

    private String json(Map<String, Object> fields) {
        try {
            return mapper.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and booleans can always be written", e);
        }
    }
}
