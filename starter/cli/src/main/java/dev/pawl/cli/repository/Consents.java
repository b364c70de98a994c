package dev.pawl.cli.repository;

import com.google.common.hash.Hashing;
import dev.pawl.cli.file.AtomicFile;
import dev.pawl.cli.local.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this user allowed repositories to set: a file in the home of Pawl per repository and text. */
public final class Consents {
    private final Path directory;

    public Consents(Home home) {
        this.directory = home.directory().resolve("trusted");
    }

    /** @param keys as {@link RepositoryKeys#needingConsent} shows them */
    public boolean given(Repository repository, String keys) {
        return keys.isEmpty() || Files.exists(file(text(repository, keys)));
    }

    /** Idempotent. */
    public void give(Repository repository, String keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        String text = text(repository, keys);
        AtomicFile.replace(file(text), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Repository repository, String keys) {
        return "# " + repository.root() + "\n" + keys;
    }

    private Path file(String text) {
        return directory.resolve(Hashing.sha256().hashString(text, StandardCharsets.UTF_8) + ".yaml");
    }
}
