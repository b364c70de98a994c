package dev.pawl.api.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How long setup and checks of a task may take. Enforced by gateways, and checked early by clients. */
public final class CommandTime {
    /** Default of a setup command or a detected check. */
    public static final Duration DEFAULT = Duration.ofMinutes(30);

    /** Default of a check. */
    public static final Duration CHECK = Duration.ofMinutes(10);

    /** To end a command that exceeded its timeout. */
    public static final Duration ENDING = Duration.ofSeconds(150);

    /** Upper bound for the detected checks of a task that names none. */
    public static final Duration DETECTED = of(DEFAULT, 6);

    /** Upper bound for all of them, each with all retries. */
    public static final Duration MAX = Duration.ofHours(24);

    private CommandTime() {}

    /**
     * What a command adds to the sum.
     *
     * @param runs 1 plus the number of retries
     */
    public static Duration of(Duration timeout, int runs) {
        return timeout.plus(ENDING).multipliedBy(runs);
    }

    /** Returns why a task whose commands add up to this is refused; empty if it is not. */
    public static Optional<String> refusal(Duration sum) {
        return sum.compareTo(MAX) <= 0
                ? Optional.empty()
                : Optional.of(
                        ("setup and checks may take %s in all, with all retries and %s to end each command; at most"
                                        + " %s are allowed: lower their timeouts or retries")
                                .formatted(text(sum), text(ENDING), text(MAX)));
    }

    private static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
