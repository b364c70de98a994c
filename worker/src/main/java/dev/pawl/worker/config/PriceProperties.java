package dev.pawl.worker.config;

import dev.pawl.agent.price.PriceTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param file of prices of models; absent means {@code prices.toml} in the home if it exists, else the prices that come
 *     with Pawl
 */
public record PriceProperties(@Nullable Path file) {
    private static final String IN_HOME = "prices.toml";

    /** @throws dev.pawl.agent.price.PriceFileException with the file and its error */
    public PriceTable table(Path home) {
        Path own = file == null ? home.resolve(IN_HOME) : file;
        return file != null || Files.exists(own) ? PriceTable.of(own) : PriceTable.builtIn();
    }
}
