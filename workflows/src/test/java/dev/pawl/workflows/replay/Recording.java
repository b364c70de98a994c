package dev.pawl.workflows.replay;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run of a real workflow. {@code *RecordingsIT} of the acceptance module record them with {@code
 * -Dpawl.histories.write=true}.
 */
record Recording(String kind, String json) {
    private static final Path DIRECTORY = Path.of("src/test/resources/histories");
    private static final String SUFFIX = ".json";

    static List<Recording> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().map(Recording::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording of(String kind) {
        return read(DIRECTORY.resolve(kind + SUFFIX));
    }

    private static Recording read(Path file) {
        try {
            String name = file.getFileName().toString();
            return new Recording(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The features of the workflows it shows. */
    Set<String> shown() {
        return Shown.by(history().getEvents());
    }

    WorkflowExecutionHistory history() {
        return WorkflowExecutionHistory.fromJson(json, "t-recorded");
    }

    /** A table row: its kind, its events, and its size in the engine and as a file. */
    String size() {
        List<HistoryEvent> events = history().getEvents();
        int bytes = events.stream().mapToInt(HistoryEvent::getSerializedSize).sum();
        return "| %s | %d | %.1f KB | %.1f KB |".formatted(kind, events.size(), bytes / 1024.0, json.length() / 1024.0);
    }

    @Override
    public String toString() {
        return kind;
    }
}
