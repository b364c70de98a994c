package dev.pawl.db.content;

import dev.pawl.db.NotFoundException;
import dev.pawl.db.column.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;

/**
 * A content store in a directory, made when first needed: {@code ab/cdef…} for the content {@code abcdef…}. A content
 * appears whole or not at all, and is on disk before its name is given out.
 */
public final class LocalContentStore implements ContentStore {
    private final Path directory;

    public LocalContentStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public Stored put(byte[] content) {
        Stored stored = new Stored(Sha256.of(content), content.length);
        return present(stored) ? stored : put(new ByteArrayInputStream(content));
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
            return content.readNBytes(maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(place(Sha256.checked(sha256)));
        } catch (NoSuchFileException e) {
            throw new NotFoundException("content", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stored put(InputStream content) {
        try {
            Path incoming = Files.createTempFile(Files.createDirectories(directory.resolve("incoming")), "", ".part");
            try {
                return keep(incoming, write(content, incoming));
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stored write(InputStream content, Path incoming) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
        try (FileChannel file = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            long size = digested.transferTo(Channels.newOutputStream(file));
            file.force(true);
            return new Stored(Sha256.hex(digested.getMessageDigest().digest()), size);
        }
    }

    private Stored keep(Path incoming, Stored stored) throws IOException {
        if (!present(stored)) {
            Path place = place(stored.sha256());
            Files.createDirectories(place.getParent());
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        }
        return stored;
    }

    private boolean present(Stored stored) {
        return Files.exists(place(stored.sha256()));
    }

    private Path place(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }
}
