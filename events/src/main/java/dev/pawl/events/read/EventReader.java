package dev.pawl.events.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.AgentEventType;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.db.agentevent.NewAgentEvent;
import dev.pawl.db.column.Sha256;
import dev.pawl.host.redaction.Redaction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads events: untrusted bytes become a valid, redacted event, or a list of everything that is wrong with them. */
public final class EventReader {
    /** The largest event. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Protocol Buffers need up to four levels for one of JSON, and clients read at most 100. */
    private static final int MAX_DEPTH = 20;

    private static final int MAX_NAME = 200;
    private static final String TASK_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,199}";
    private static final Set<String> FIELDS = Set.of(
            "id",
            "type",
            "session_id",
            "occurred_at",
            "task_id",
            "agent",
            "status",
            "action",
            "progress",
            "duration_ms",
            "data");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private final EventRedaction redaction;

    public EventReader(Redaction redaction) {
        this.redaction = new EventRedaction(redaction);
    }

    /**
     * Reads an event from JSON.
     *
     * @param topic if it is one of {@link EventTypes#topics}, its type is that of the event
     * @param source how it came in
     */
    public Reading read(byte @Nullable [] value, String topic, String source) {
        if (value == null || value.length == 0) {
            return invalid("EmptyEvent", "is empty");
        }
        if (value.length > MAX_BYTES) {
            return tooLarge(value.length);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return JSON.readTree(text) instanceof ObjectNode object
                    ? read(object, topic, source)
                    : invalid("InvalidEvent", "is not a JSON object");
        } catch (CharacterCodingException e) {
            return invalid(e.getClass().getSimpleName(), "is not UTF-8");
        } catch (JsonProcessingException e) {
            return invalid(e.getClass().getSimpleName(), "is not JSON: " + redaction.text(e.getOriginalMessage()));
        }
    }

    /** Reads an event that is JSON already. */
    public Reading read(ObjectNode object, String source) {
        int bytes = write(object).getBytes(StandardCharsets.UTF_8).length;
        return bytes > MAX_BYTES ? tooLarge(bytes) : read(object, "", source);
    }

    private Reading read(ObjectNode object, String topic, String source) {
        Fields fields = new Fields(object);
        fields.allowOnly(FIELDS);
        String id = publicText(fields, "id");
        String type = type(fields, topic);
        UUID session = fields.uuid("session_id");
        Instant occurredAt = fields.time("occurred_at");
        String task = publicText(fields, "task_id");
        String agent = fields.text("agent", MAX_NAME);
        String status = fields.word("status", Words.all(SessionStatus.class));
        String action = fields.word("action", Words.all(ActionKind.class));
        Double progress = fields.percent("progress");
        Long duration = fields.count("duration_ms");
        ObjectNode data = fields.object("data", MAX_DEPTH - 1);
        if (task != null && !task.matches(TASK_ID)) {
            fields.refuse("task_id", "is not the id of a task");
        }
        require(fields, "id", "session_id", "occurred_at");
        if ("execution_log".equals(type)) {
            require(fields, "status");
        }
        if ("agent_action".equals(type)) {
            require(fields, "action");
        }
        if (!fields.violations().isEmpty()) {
            return new Reading.Invalid("InvalidEvent", redacted(fields.violations()));
        }
        String known = Objects.requireNonNull(type);
        return new Reading.Valid(new NewAgentEvent(
                Objects.requireNonNull(id),
                known,
                Objects.requireNonNull(session),
                task,
                agent == null ? null : redaction.text(agent),
                status,
                action,
                progress,
                duration,
                Objects.requireNonNull(occurredAt),
                data == null ? "{}" : write(redaction.json(data)),
                digest(object, known),
                source));
    }

    private @Nullable String publicText(Fields fields, String field) {
        String text = fields.text(field, MAX_NAME);
        if (text != null && redaction.secret(text)) {
            fields.refuse(field, "looks like a secret");
        }
        return text;
    }

    private static @Nullable String type(Fields fields, String topic) {
        List<String> all = Words.all(AgentEventType.class);
        String type = fields.word("type", all);
        String ofTopic = EventTypes.ofTopic(topic).orElse(null);
        if (ofTopic == null) {
            if (!fields.has("type")) {
                fields.refuse("type", "is missing; allowed: " + String.join(", ", all));
            }
            return type;
        }
        if (type != null && !type.equals(ofTopic)) {
            fields.refuse("type", "'%s' does not belong on topic '%s' of '%s'".formatted(type, topic, ofTopic));
        }
        return ofTopic;
    }

    private static void require(Fields fields, String... names) {
        for (String name : names) {
            if (!fields.has(name)) {
                fields.refuse(name, "is missing");
            }
        }
    }

    /** Before redaction, so that a changed pattern does not turn a repetition into another event. */
    private static String digest(ObjectNode object, String type) {
        ObjectNode whole = object.deepCopy();
        whole.put("type", type);
        return Sha256.of(write(whole).getBytes(StandardCharsets.UTF_8));
    }

    private static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }

    private List<Violation> redacted(List<Violation> violations) {
        return violations.stream()
                .map(it -> new Violation(redaction.text(it.field()), redaction.text(it.description())))
                .toList();
    }

    private static Reading tooLarge(int bytes) {
        return invalid("EventTooLarge", "has %d bytes; at most %d are allowed".formatted(bytes, MAX_BYTES));
    }

    private static Reading invalid(String errorClass, String description) {
        return new Reading.Invalid(errorClass, List.of(new Violation("", description)));
    }
}
