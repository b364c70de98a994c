package dev.pawl.evidence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes of a task on its host, with which a repeated activity gives the same result. The agent cannot see them. They
 * are only a cache: a note that is lost or of another version is computed again.
 */
final class HostNotes {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path directory;

    HostNotes(Path directory) {
        this.directory = directory;
    }

    <T> Optional<T> read(String name, Class<T> type) {
        Path file = directory.resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), type));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a note was written; far in the future if it does not exist. */
    Instant written(String name) {
        try {
            return Files.getLastModifiedTime(directory.resolve(name + ".json")).toInstant();
        } catch (IOException lost) {
            return Instant.MAX;
        }
    }

    void write(String name, Object note) {
        try {
            Files.createDirectories(directory);
            Path incoming = Files.createTempFile(directory, name, ".part");
            JSON.writeValue(incoming.toFile(), note);
            Files.move(
                    incoming,
                    directory.resolve(name + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
