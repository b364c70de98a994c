package dev.pawl.db.content;

import dev.pawl.db.column.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A content store in a directory, made when first needed: {@code ab/cdef…} for the content {@code abcdef…}. A content
 * appears whole or not at all, and both it and its name are on disk before its name is given out. The time of a file's last
 * change is when its content was put last.
 */
public final class LocalContentStore implements ContentStore {
    /** Within it a put again needs no new time. Much shorter than what is kept. */
    private static final Duration FRESH = Duration.ofHours(1);

    private static final int MAX_FORCED = 10_000;

    private final ContentPlaces places;
    private final DurableDirectories directories;

    /** Whose names this process saw to be on disk. */
    private final Set<String> forced = ConcurrentHashMap.newKeySet();

    public LocalContentStore(Path directory) {
        this(directory, new DurableDirectories());
    }

    LocalContentStore(Path directory, DurableDirectories directories) {
        this.places = new ContentPlaces(directory);
        this.directories = directories;
    }

    @Override
    public Stored put(byte[] content) {
        Stored stored = new Stored(Sha256.of(content), content.length);
        try {
            return present(stored.sha256(), content) ? stored : put(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A replay puts all it put before: then nothing is written. */
    private boolean present(String sha256, byte[] content) throws IOException {
        Path place = places.of(sha256);
        try {
            if (!Arrays.equals(Files.readAllBytes(place), content)) {
                return false;
            }
            if (Files.getLastModifiedTime(place)
                    .toInstant()
                    .isBefore(Instant.now().minus(FRESH))) {
                // Fails if it is being removed at this moment.
                Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
                directories.force(place);
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        if (forced.add(sha256)) {
            directories.create(places.shard(sha256));
            directories.force(places.shard(sha256));
        }
        return true;
    }

    @Override
    public Stored put(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return put(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String sha256, int maxBytes) {
        try (InputStream content = open(sha256)) {
            byte[] beginning = content.readNBytes(maxBytes);
            content.transferTo(OutputStream.nullOutputStream());
            return beginning;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(String sha256) {
        Path place = places.of(Sha256.checked(sha256));
        try {
            return new VerifiedStream(newest(sha256), sha256, place.toString());
        } catch (NoSuchFileException e) {
            throw ContentLostException.missing(sha256, place.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A content that is about to be removed is one as long as it is there; it may be put back meanwhile. */
    private InputStream newest(String sha256) throws IOException {
        try {
            return Files.newInputStream(places.of(sha256));
        } catch (NoSuchFileException e) {
            try {
                return Files.newInputStream(places.condemned(sha256));
            } catch (NoSuchFileException gone) {
                return Files.newInputStream(places.of(sha256));
            }
        }
    }

    private Stored put(InputStream content) {
        try {
            directories.create(places.incoming());
            Path incoming = Files.createTempFile(places.incoming(), "", ".part");
            try {
                Stored stored = write(content, incoming);
                keep(incoming, stored.sha256());
                return stored;
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stored write(InputStream content, Path incoming) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
        try (FileChannel file = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            long size = digested.transferTo(Channels.newOutputStream(file));
            file.force(true);
            return new Stored(Sha256.hex(digested.getMessageDigest().digest()), size);
        }
    }

    /** Also if one is there: so its time is that of now, a damaged one is replaced, and one that is being removed stays. */
    private void keep(Path incoming, String sha256) throws IOException {
        Path place = places.of(sha256);
        directories.create(places.shard(sha256));
        Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        directories.force(places.shard(sha256));
        if (forced.size() >= MAX_FORCED) {
            forced.clear();
        }
        forced.add(sha256);
    }
}
