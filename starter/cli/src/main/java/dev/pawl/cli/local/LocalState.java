package dev.pawl.cli.local;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The local stack as described in {@code local.json}.
 *
 * @param httpUrl where the gateway is called over HTTP; absent in the file of an older build
 * @param webUi absent if the engine has none
 * @param engineKind {@code configured}, {@code server} or {@code in_process}
 * @param durable whether tasks survive a restart of the engine
 * @param engineOpen whether the engine asks for no credential
 * @param engineEnvironment variables for Temporal's clients, sorted; empty if the engine is not the stack's own
 */
public record LocalState(
        String version,
        long pid,
        Instant startedAt,
        int gatewayPort,
        @Nullable String httpUrl,
        Path tokenFile,
        @Nullable String webUi,
        String engineKind,
        String engineAddress,
        boolean durable,
        boolean engineOpen,
        Map<String, String> engineEnvironment,
        int databasePort) {
    private static final String OPEN =
            "; it asks for NO CREDENTIAL: whoever reaches it, agents too, controls all tasks";

    /** Start times have the resolution of a clock tick. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Empty if there is no file, or one of another version that can't be read. */
    static Optional<LocalState> read(Path file) throws IOException {
        try {
            return Optional.of(of(JsonParser.parseString(Files.readString(file)).getAsJsonObject()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (RuntimeException foreign) {
            // In any case the stack that wrote it can't be reached through it.
            return Optional.empty();
        }
    }

    private static LocalState of(JsonObject json) throws DateTimeException {
        JsonObject gateway = json.getAsJsonObject("gateway");
        JsonObject engine = json.getAsJsonObject("engine");
        return new LocalState(
                json.get("version").getAsString(),
                json.get("pid").getAsLong(),
                Instant.parse(json.get("started_at").getAsString()),
                gateway.get("port").getAsInt(),
                text(gateway.get("http_url")),
                Path.of(gateway.get("token_file").getAsString()),
                text(json.get("ui_url")),
                engine.get("kind").getAsString(),
                engine.get("address").getAsString(),
                engine.get("durable").getAsBoolean(),
                engine.has("open") && engine.get("open").getAsBoolean(),
                environment(engine.getAsJsonObject("environment")),
                json.getAsJsonObject("database").get("port").getAsInt());
    }

    private static @Nullable String text(@Nullable JsonElement json) {
        return json == null || json.isJsonNull() ? null : json.getAsString();
    }

    private static Map<String, String> environment(@Nullable JsonObject json) {
        Map<String, String> variables = new TreeMap<>();
        if (json != null) {
            json.entrySet()
                    .forEach(entry ->
                            variables.put(entry.getKey(), entry.getValue().getAsString()));
        }
        return variables;
    }

    /** The process that wrote this, while it is alive; a later one with the same pid does not count. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(LivingProcess::is).filter(this::same);
    }

    private boolean same(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }

    /** Whether this command started its process, as far as the system shows. */
    public boolean runs(@Nullable String command) {
        if (command == null) {
            return true;
        }
        String program = command.strip().lines().reduce((first, last) -> last).orElse("");
        return process()
                .flatMap(process -> process.info().commandLine())
                .map(line -> line.contains(program))
                .orElse(true);
    }

    /** The engine in words. */
    public String engine() {
        return switch (engineKind) {
            case "configured" -> "Temporal at " + engineAddress + ", as configured" + (engineOpen ? OPEN : "");
            case "server" -> "Temporal server of this machine at " + engineAddress + "; tasks survive a restart";
            default -> "in-process engine; running tasks do NOT survive a restart (see: pawl doctor)";
        };
    }
}
