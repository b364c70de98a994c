package dev.pawl.agent.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads JSON lines tolerantly: a line may be truncated, joined with the next one, or not JSON at all. */
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESTARTS = 64;
    private static final List<String> SUBJECTS = List.of(
            "file_path", "filePath", "absolute_path", "path", "command", "pattern", "query", "url", "description");

    private JsonLines() {}

    /** The objects of a line that {@code isEvent} accepts as events, including those after a truncated one. */
    public static List<JsonNode> events(String line, Predicate<JsonNode> isEvent) {
        List<JsonNode> events = new ArrayList<>();
        int from = line.indexOf('{');
        for (int restart = 0; from >= 0 && restart < RESTARTS; restart++) {
            int before = events.size();
            boolean whole = read(line.substring(from), isEvent, events);
            if (whole || events.size() > before) {
                break;
            }
            from = line.indexOf("{\"", from + 1);
        }
        return events;
    }

    private static boolean read(String text, Predicate<JsonNode> isEvent, List<JsonNode> events) {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isObject() && isEvent.test(value)) {
                    events.add(value);
                }
            }
            return true;
        } catch (JsonProcessingException | RuntimeJsonMappingException notJson) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** The object of a tool call, by the usual names of its parameters; empty if none is known. */
    public static String subject(JsonNode parameters) {
        return SUBJECTS.stream()
                .map(name -> parameters.path(name).asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseGet(() -> asked(parameters));
    }

    /** Tools that ask a person have a list of questions. */
    private static String asked(JsonNode parameters) {
        return parameters.path("questions").path(0).path("question").asText("");
    }

    /** Not negative; 0 if there is no such number. */
    public static long count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() && value.canConvertToLong() ? Math.max(0, value.longValue()) : 0;
    }

    /** Not negative; absent if there is no such number. */
    public static @Nullable BigDecimal money(JsonNode node, String field) {
        JsonNode value = node.path(field);
        boolean usable = value.isNumber() && Double.isFinite(value.doubleValue()) && value.doubleValue() >= 0;
        return usable ? value.decimalValue() : null;
    }

    /** A time as seconds since 1970 or as ISO 8601. */
    public static Optional<Instant> time(JsonNode node, String field) {
        JsonNode value = node.path(field);
        try {
            if (value.isNumber() && value.canConvertToLong()) {
                return Optional.of(Instant.ofEpochSecond(value.longValue()));
            }
            return value.isTextual() ? Optional.of(Instant.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
