package dev.pawl.activities.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The user's sign-in in the configuration of one run, gone when the run has ended. */
record BorrowedCredentials(Path copy) implements AutoCloseable {
    private static final String FILE = ".credentials.json";

    /** Does nothing for a user who is not signed in. */
    static BorrowedCredentials of(AgentSettings settings, Path configuration) throws IOException {
        BorrowedCredentials borrowed = new BorrowedCredentials(configuration.resolve(FILE));
        Path own = source(settings);
        if (Files.isReadable(own)) {
            Files.deleteIfExists(borrowed.copy());
            Files.createFile(
                    borrowed.copy(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(borrowed.copy(), Files.readAllBytes(own));
        }
        return borrowed;
    }

    static Path source(AgentSettings settings) {
        String configured = settings.environment().getOrDefault("CLAUDE_CONFIG_DIR", "");
        Path directory = configured.isBlank() ? settings.home().resolve(".claude") : Path.of(configured);
        return directory.resolve(FILE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
