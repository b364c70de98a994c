package dev.pawl.events.spool;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Directories with spooled events, which {@code pawl log} writes: a file per call, complete once it has its name. What
 * else lies there is left alone.
 */
final class SpoolPlaces {
    private static final Logger log = LoggerFactory.getLogger(SpoolPlaces.class);
    private static final String COMPLETE = "*.jsonl";

    private final List<Path> places;

    SpoolPlaces(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** Complete files of this process's user, oldest first. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            if (ours(place) && Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, COMPLETE)) {
                    entries.forEach(file -> {
                        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && ours(file)) {
                            files.add(file);
                        }
                    });
                } catch (IOException | DirectoryIteratorException e) {
                    log.warn("cannot list the spool {}: {}", place, e.toString());
                }
            }
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** Another user could put events, or links, into a directory that all may write. */
    private static boolean ours(Path path) {
        try {
            String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
            return ProcessHandle.current().info().user().filter(owner::equals).isPresent();
        } catch (IOException | UnsupportedOperationException absent) {
            return false;
        }
    }
}
