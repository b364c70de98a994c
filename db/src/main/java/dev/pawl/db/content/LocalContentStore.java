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
 * A content store in a directory, created on first use: {@code ab/cdef…} for the content {@code abcdef…}. A content
 * appears completely or not at all, and both it and its name are on disk before its name is returned. A file's
 * modification time is when its content was last put.
 */
public final class LocalContentStore implements ContentStore {
    /** A repeated put within this time does not update the file's time. Much shorter than the retention. */
    private static final Duration FRESH = Duration.ofHours(1);

    private static final int MAX_FORCED = 10_000;

    private final ContentPlaces places;
    private final DurableDirectories directories;

    /** Contents whose names this process forced to disk. */
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

    /** A replay puts everything again: then nothing is written. */
    private boolean present(String sha256, byte[] content) throws IOException {
        Path place = places.of(sha256);
        try {
            if (!Arrays.equals(Files.readAllBytes(place), content)) {
                return false;
            }
            if (Files.getLastModifiedTime(place)
                    .toInstant()
                    .isBefore(Instant.now().minus(FRESH))) {
                // Fails if it is being removed right now.
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

    /** A content that is being removed exists until it is gone; it may be put back meanwhile. */
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

    /**
     * Also for an existing content: its time becomes now, a damaged file is replaced, and one that is being removed is
     * kept.
     */
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
