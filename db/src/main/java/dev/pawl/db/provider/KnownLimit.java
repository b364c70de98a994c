package dev.pawl.db.provider;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A usage limit that tasks met.
 *
 * @param model empty for all models of the account
 * @param said the time as it was said, and by whom; absent if it was not said
 * @param unknownInARow consecutive refusals without a time
 * @param probeTask the task that tries whether the account is served again; absent if none does
 */
public record KnownLimit(
        String account,
        String model,
        OffsetDateTime limitedUntil,
        @Nullable String said,
        int unknownInARow,
        @Nullable String probeTask) {}
