package dev.pawl.db.migration;

import java.util.List;

/** A migration was not undone because data would be lost. */
public final class DataLossException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataLossException(String script, List<String> holding) {
        super("%s would drop data in: %s".formatted(script, String.join(", ", holding)));
    }
}
