package dev.pawl.db.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Removes unneeded contents of a local store. Contents may be put and read meanwhile, and several processes may sweep
 * at once: each content is first moved aside, where it can still be read, and moved back if it was put again since it
 * was listed. After a killed sweep the next one cleans up.
 */
public final class ContentSweep {
    private static final String REST_OF_HASH = "[0-9a-f]{62}";

    private final ContentPlaces places;

    public ContentSweep(Path directory) {
        this.places = new ContentPlaces(directory);
    }

    /**
     * @param before contents put at this time or later are kept; well before now, so that their references are stored
     *     by then
     * @param needed returns the needed ones of some contents; called once, after they were listed
     * @param dryRun changes nothing
     */
    public Swept sweep(Instant before, UnaryOperator<Set<String>> needed, boolean dryRun) {
        try {
            if (!dryRun) {
                putBackCondemned();
                removeUnfinished(before);
            }
            Map<String, Long> old = listed(before);
            Set<String> unneeded = new HashSet<>(old.keySet());
            unneeded.removeAll(needed.apply(Set.copyOf(old.keySet())));
            long files = 0;
            long bytes = 0;
            for (String sha256 : unneeded) {
                if (dryRun || removed(sha256, before)) {
                    files++;
                    bytes += old.getOrDefault(sha256, 0L);
                }
            }
            return new Swept(files, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep " + places.directory(), e);
        }
    }

    private Map<String, Long> listed(Instant before) throws IOException {
        Map<String, Long> old = new HashMap<>();
        for (Path shard : entries(places.directory())) {
            String beginning = shard.getFileName().toString();
            if (beginning.matches(ContentPlaces.SHARD)) {
                for (Path content : entries(shard)) {
                    String rest = content.getFileName().toString();
                    if (rest.matches(REST_OF_HASH) && older(content, before)) {
                        old.put(beginning + rest, sizeOf(content));
                    }
                }
            }
        }
        return old;
    }

    /**
     * A content that was put again after it was listed has a new time, whether that was before or after it was moved.
     */
    private boolean removed(String sha256, Instant before) throws IOException {
        Path aside = places.condemned(sha256);
        try {
            Files.createDirectories(places.condemned());
            Files.move(places.of(sha256), aside, StandardCopyOption.ATOMIC_MOVE);
            if (older(aside, before)) {
                Files.delete(aside);
                return true;
            }
            putBack(aside);
            return false;
        } catch (NoSuchFileException e) {
            // Another sweep has it.
            return false;
        }
    }

    private void putBackCondemned() throws IOException {
        for (Path aside : entries(places.condemned())) {
            if (aside.getFileName().toString().matches(ContentPlaces.SHARD + REST_OF_HASH)) {
                putBack(aside);
            }
        }
    }

    private void putBack(Path aside) throws IOException {
        Path place = places.of(aside.getFileName().toString());
        try {
            if (Files.exists(place)) {
                Files.deleteIfExists(aside);
            } else {
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (NoSuchFileException e) {
            // Another sweep was faster.
        }
    }

    private void removeUnfinished(Instant before) throws IOException {
        for (Path part : entries(places.incoming())) {
            if (older(part, before)) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static boolean older(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static Iterable<Path> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
