package dev.pawl.workflows.replay;

import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of a real task. {@code RecordingsIT} of the acceptance module makes them anew with {@code
 * -Dpawl.histories.write=true}.
 *
 * @param kind what happened to the task
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

    WorkflowExecutionHistory history() {
        return WorkflowExecutionHistory.fromJson(json, "t-recorded");
    }

    @Override
    public String toString() {
        return kind;
    }
}
