package dev.pawl.workspace.lfs;

import dev.pawl.db.column.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Contents of files of Git LFS, by their hash.
 *
 * @param theirs the user's stores, which are only read
 * @param own receives what an agent makes
 */
public record LfsStores(List<Path> theirs, Path own) {
    public LfsStores {
        theirs = List.copyOf(theirs);
    }

    public Optional<Path> find(LfsPointer pointer) {
        return Stream.concat(theirs.stream(), Stream.of(own))
                .map(store -> store.resolve(pointer.place()))
                .filter(file -> has(file, pointer))
                .findFirst();
    }

    private static boolean has(Path file, LfsPointer pointer) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == pointer.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps a content, unless a store has it. */
    void keep(LfsPointer pointer, InputStream content) throws IOException {
        copy(content, pointer, own);
    }

    /** Copies a content into a store of the user, unless it has it. */
    public void give(LfsPointer pointer, Path store) {
        if (has(store.resolve(pointer.place()), pointer)) {
            return;
        }
        find(pointer).ifPresent(file -> {
            try (InputStream in = Files.newInputStream(file)) {
                copy(in, pointer, store);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write to " + store, e);
            }
        });
    }

    private static void copy(InputStream content, LfsPointer pointer, Path store) throws IOException {
        Path file = store.resolve(pointer.place());
        Files.createDirectories(file.resolveSibling("."));
        Path part = file.resolveSibling(UUID.randomUUID() + ".part");
        try (DigestInputStream in = new DigestInputStream(content, Sha256.digest())) {
            Files.copy(in, part);
            if (!Sha256.hex(in.getMessageDigest().digest()).equals(pointer.oid())) {
                throw new IOException("the content changed while it was stored");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
