package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Refs as files of a repository (gitrepository-layout, "refs"): read and moved without a process. */
public record LooseRefs(Path repository) {
    public boolean has(String ref) {
        return Files.isRegularFile(repository.resolve(ref));
    }

    /** Points the ref to the commit, atomically. */
    public void point(String ref, String commit) {
        try {
            Path file = repository.resolve(ref);
            if (has(ref) && Files.readString(file).strip().equals(commit)) {
                return;
            }
            Path directory =
                    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a ref is in a directory"));
            Path written = Files.createTempFile(directory, "ref", ".lock");
            Files.writeString(written, commit + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
