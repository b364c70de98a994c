package dev.pawl.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Progress for a person who waits for the start: one line per step. The last line of a start is {@code ready} or begins
 * with {@code failed: }.
 */
public final class StartLog {
    private static final Logger log = LoggerFactory.getLogger(StartLog.class);
    private final Path file;

    /** Empties the file. */
    public StartLog(Path file) throws IOException {
        this.file = file;
        Files.write(file, new byte[0]);
    }

    public synchronized void say(String line) {
        log.info("{}", line);
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public void failed(String reason) {
        say("failed: " + reason.replace('\n', ' '));
    }

    public void ready() {
        say("ready");
    }
}
