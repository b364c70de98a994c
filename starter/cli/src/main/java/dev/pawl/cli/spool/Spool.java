package dev.pawl.cli.spool;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.local.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Directories in which events wait until a worker, or {@code pawl log flush}, takes them in. Each event is a file that
 * only its user can read, complete once it has its name. Nothing is created before an event is written.
 */
public final class Spool {
    private static final String COMPLETE = ".jsonl";

    private final List<Path> places;

    private Spool(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** The places of {@code PAWL_EVENTS_SPOOL}, else of the home and of the temporary directory. */
    public static Spool of(Context context) {
        String configured = context.variable("PAWL_EVENTS_SPOOL");
        if (configured == null) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "pawl-" + System.getProperty("user.name"));
            return new Spool(List.of(Home.of(context).directory().resolve("spool"), temporary.resolve("spool")));
        }
        List<Path> places = new ArrayList<>();
        for (String place : configured.split(",", -1)) {
            if (!place.isBlank()) {
                try {
                    places.add(context.directory().resolve(place.strip()));
                } catch (InvalidPathException notAPath) {
                    // The next one is used.
                }
            }
        }
        return new Spool(places);
    }

    /**
     * Writes an event to the first place that takes it.
     *
     * @return the file
     * @throws IOException if no place does; the message has the reason of each
     */
    public Path add(String json) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Path place : places) {
            try {
                return write(directory(place), json);
            } catch (IOException | RuntimeException e) {
                reasons.add(place + " (" + e.getClass().getSimpleName() + ")");
            }
        }
        throw new IOException(reasons.isEmpty() ? "PAWL_EVENTS_SPOOL names no directory" : String.join(", ", reasons));
    }

    private static Path directory(Path place) throws IOException {
        Files.createDirectories(place, only(place, "rwx------"));
        // In a directory that all may write, another user may have been first.
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) || !ours(place)) {
            throw new AccessDeniedException(place.toString());
        }
        return place;
    }

    private static Path write(Path directory, String json) throws IOException {
        Instant now = Instant.now();
        String name = "%012d%09d-%s".formatted(now.getEpochSecond(), now.getNano(), UUID.randomUUID());
        Path incomplete = directory.resolve("." + name + ".tmp");
        try (FileChannel file = FileChannel.open(
                incomplete,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                only(directory, "rw-------"))) {
            ByteBuffer line = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        }
        return Files.move(incomplete, directory.resolve(name + COMPLETE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] only(Path place, String permissions) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean ours(Path path) throws IOException {
        String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
        return ProcessHandle.current().info().user().filter(owner::equals).isPresent();
    }

    /** Complete files of all places, oldest first. */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) && ours(place)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, "*" + COMPLETE)) {
                    entries.forEach(files::add);
                }
            }
        }
        files.removeIf(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** The events of a file, each a line. */
    public static List<byte[]> lines(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= content.length; i++) {
            if (i == content.length || content[i] == '\n') {
                if (i > start) {
                    lines.add(Arrays.copyOfRange(content, start, i));
                }
                start = i + 1;
            }
        }
        return lines;
    }
}
