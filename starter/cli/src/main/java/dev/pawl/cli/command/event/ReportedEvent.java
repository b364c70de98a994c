package dev.pawl.cli.command.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.protobuf.ProtocolMessageEnum;
import dev.pawl.api.client.Words;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.spool.Spool;
import dev.pawl.cli.text.Durations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every reported event. */
public final class ReportedEvent {
    private static final int MAX_BYTES = 256 * 1024;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Context context;

    @Option(
            names = "--session",
            paramLabel = "UUID",
            description = "The agent's session. Default: the variable PAWL_SESSION.")
    private @Nullable String session;

    @Option(names = "--task", paramLabel = "ID", description = "Its task. Default: the variable PAWL_TASK.")
    private @Nullable String task;

    @Option(names = "--agent", paramLabel = "NAME", description = "The agent, such as codex.")
    private @Nullable String agent;

    @Option(names = "--duration", paramLabel = "TIME", description = "How long it took, such as 250ms, 3s or 2m.")
    private @Nullable String duration;

    @Option(names = "--data", paramLabel = "JSON", description = "A JSON object with anything else.")
    private @Nullable String data;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Id of the event; reporting it twice has no further effect. Default: a new one.")
    private @Nullable String id;

    ReportedEvent(Context context) {
        this.context = context;
    }

    /** An event with these options. */
    JsonObject begin(String type) {
        JsonObject event = new JsonObject();
        event.addProperty("id", id == null ? UUID.randomUUID().toString() : id);
        event.addProperty("type", type);
        event.addProperty("session_id", session());
        event.addProperty("occurred_at", Instant.now().toString());
        add(event, "task_id", task == null ? context.variable("PAWL_TASK") : task);
        add(event, "agent", agent);
        if (duration != null) {
            event.addProperty("duration_ms", millis(duration));
        }
        if (data != null) {
            event.add("data", object(data));
        }
        return event;
    }

    private static void add(JsonObject event, String field, @Nullable String value) {
        if (value != null) {
            event.addProperty(field, value);
        }
    }

    private String session() {
        String given = session == null ? context.variable("PAWL_SESSION") : session;
        if (given == null) {
            throw usage("which session? Give --session or the variable PAWL_SESSION");
        }
        if (!UUID_FORM.matcher(given).matches()) {
            throw usage("--session: '%s' is not a UUID".formatted(given));
        }
        return given.toLowerCase(Locale.ROOT);
    }

    private static long millis(String duration) {
        return Durations.parse(duration)
                .filter(parsed -> !parsed.isNegative())
                .orElseThrow(() -> usage("--duration: '%s' is not a time, such as 3s".formatted(duration)))
                .toMillis();
    }

    private static JsonObject object(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            if (parsed.isJsonObject()) {
                return parsed.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw usage("--data is not JSON: " + e.getMessage());
        }
        throw usage("--data must be a JSON object, such as {\"command\":\"make\"}");
    }

    /** @throws CommandFailure for an unknown word; the message lists the known ones */
    static <E extends Enum<E> & ProtocolMessageEnum> String word(String what, Class<E> type, String word) {
        List<String> known = Words.all(type);
        if (!known.contains(word)) {
            throw usage("unknown %s '%s'; known: %s".formatted(what, word, String.join(", ", known)));
        }
        return word;
    }

    /** Spools the event. Reports a failure but is never one: the caller is a hook of an agent. */
    int add(JsonObject event) {
        String line = Json.line(event);
        if (line.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw usage("the event is larger than %d bytes".formatted(MAX_BYTES));
        }
        try {
            Spool.of(context).add(line);
        } catch (IOException | RuntimeException e) {
            context.terminal().say("warning: the event is not recorded, no spool can be written: " + e.getMessage());
        }
        return ExitCode.ACCEPTED.code();
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
