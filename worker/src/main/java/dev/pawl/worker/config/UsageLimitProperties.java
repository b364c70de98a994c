package dev.pawl.worker.config;

import dev.pawl.agent.limit.UsageLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param file of wordings of usage limits; absent means {@code usage-limits.toml} in the home if it exists, else the
 *     wordings that come with Pawl
 */
public record UsageLimitProperties(@Nullable Path file) {
    private static final String IN_HOME = "usage-limits.toml";

    /** @throws dev.pawl.agent.limit.UsageLimitFileException with the file and its error */
    public UsageLimits table(Path home) {
        Path own = file == null ? home.resolve(IN_HOME) : file;
        return file != null || Files.exists(own) ? UsageLimits.of(own) : UsageLimits.builtIn();
    }
}
