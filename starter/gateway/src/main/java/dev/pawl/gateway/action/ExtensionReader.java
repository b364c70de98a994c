package dev.pawl.gateway.action;

import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.workflows.task.person.Extension;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a person's grant. */
final class ExtensionReader {
    private static final Pattern DOLLARS = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final int MAX_ITERATIONS = 1000;
    private static final long MAX_TOKENS = 1_000_000_000_000L;
    private static final Duration MAX_TIME = Duration.ofDays(366);

    private ExtensionReader() {}

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT for the first invalid field */
    static Extension read(ExtendRequest request, String person) {
        Extension more = new Extension(
                iterations(request), cost(request), tokens(request), time(request), request.getText(), person);
        if (more.iterations() == 0 && more.costUsd() == null && more.tokens() == null && more.time() == null) {
            throw Failures.invalid("iterations", "nothing is granted: name iterations, cost_usd, tokens or time");
        }
        return more;
    }

    private static int iterations(ExtendRequest request) {
        int iterations = request.getIterations();
        if (iterations < 0 || iterations > MAX_ITERATIONS) {
            throw Failures.invalid("iterations", "must be 0 to %d, not %d".formatted(MAX_ITERATIONS, iterations));
        }
        return iterations;
    }

    private static @Nullable BigDecimal cost(ExtendRequest request) {
        if (!request.hasCostUsd()) {
            return null;
        }
        String cost = request.getCostUsd();
        if (!DOLLARS.matcher(cost).matches() || new BigDecimal(cost).signum() == 0) {
            throw Failures.invalid("cost_usd", "'%s' is not an amount of dollars such as 2.50".formatted(cost));
        }
        return new BigDecimal(cost);
    }

    private static @Nullable Long tokens(ExtendRequest request) {
        if (!request.hasTokens()) {
            return null;
        }
        long tokens = request.getTokens();
        if (tokens < 1 || tokens > MAX_TOKENS) {
            throw Failures.invalid("tokens", "must be 1 to %d, not %d".formatted(MAX_TOKENS, tokens));
        }
        return tokens;
    }

    private static @Nullable Duration time(ExtendRequest request) {
        if (!request.hasTime()) {
            return null;
        }
        long seconds = request.getTime().getSeconds();
        if (seconds < 1 || seconds > MAX_TIME.toSeconds()) {
            throw Failures.invalid("time", "must be at least one second and at most 366 days");
        }
        return Duration.ofSeconds(seconds);
    }
}
