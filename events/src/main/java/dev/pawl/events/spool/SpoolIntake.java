package dev.pawl.events.spool;

import dev.pawl.events.intake.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in spooled events. A file is removed after all its lines have a durable outcome; if that fails, it is taken
 * again later, and lines that were stored already have no further effect.
 */
public final class SpoolIntake {
    private static final Logger log = LoggerFactory.getLogger(SpoolIntake.class);

    /** Larger than anything that {@code pawl log} writes. */
    private static final long MAX_FILE = 16 * 1024 * 1024;

    private static final int BATCH = 200;

    private final SpoolPlaces places;
    private final Consumer<List<Incoming>> intake;

    /**
     * @param places directories; they need not exist
     * @param intake gives records a durable outcome, or throws if that is impossible now
     */
    public SpoolIntake(List<Path> places, Consumer<List<Incoming>> intake) {
        this.places = new SpoolPlaces(places);
        this.intake = intake;
    }

    /**
     * Takes in all complete files.
     *
     * @return number of files
     * @throws RuntimeException if the database is unavailable: what is not taken in yet stays
     */
    public int take() {
        int taken = 0;
        for (Path file : places.files()) {
            try {
                taken += take(file) ? 1 : 0;
            } catch (IOException e) {
                log.warn("cannot take in the spooled events of {}: {}", file, e.toString());
            }
        }
        return taken;
    }

    private boolean take(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS, StandardOpenOption.READ)) {
            content = in.readNBytes((int) MAX_FILE + 1);
        }
        if (content.length > MAX_FILE) {
            Path refused = file.resolveSibling(file.getFileName() + ".refused");
            Files.move(file, refused);
            log.warn("{} has more than {} bytes; it is kept as {}", file, MAX_FILE, refused);
            return false;
        }
        List<Incoming> lines = lines(file.getFileName().toString(), content);
        for (int from = 0; from < lines.size(); from += BATCH) {
            intake.accept(lines.subList(from, Math.min(from + BATCH, lines.size())));
        }
        Files.deleteIfExists(file);
        return true;
    }

    private static List<Incoming> lines(String name, byte[] content) {
        List<Incoming> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= content.length; i++) {
            if (i == content.length || content[i] == '\n') {
                if (i > start) {
                    lines.add(Incoming.line(name, lines.size(), Arrays.copyOfRange(content, start, i)));
                }
                start = i + 1;
            }
        }
        return lines;
    }
}
