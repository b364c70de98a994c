package dev.pawl.agent.limit;

import dev.pawl.agent.limit.ProviderSaid.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wordings of providers that do not serve a request, by agent. The first row that matches counts. */
public final class UsageLimits {
    /** A longer wait applies to the whole account. */
    private static final Duration SOON = Duration.ofMinutes(15);

    /** No provider's limit is longer, so a later time was misread. */
    private static final Duration LONGEST = Duration.ofDays(35);

    private final List<LimitRow> rows;

    UsageLimits(List<LimitRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The rows that come with Pawl. */
    public static UsageLimits builtIn() {
        return new UsageLimits(UsageLimitFile.builtIn().rows());
    }

    /**
     * The rows of a file, followed by those that come with Pawl.
     *
     * @throws UsageLimitFileException with the file and its error
     */
    public static UsageLimits of(Path file) {
        return new UsageLimits(
                Stream.concat(UsageLimitFile.read(file).rows().stream(), UsageLimitFile.builtIn().rows().stream())
                        .toList());
    }

    /**
     * @param agent its name in tasks
     * @param understood whether the agent's own error is specific, so that words that merely look like a limit are
     *     ignored
     * @param zone of the host
     * @return empty if it is not a limit
     */
    public Optional<LimitReading> read(String agent, ProviderSaid said, boolean understood, Instant now, ZoneId zone) {
        if (said.limit() == Status.REJECTED && !understood) {
            return Optional.of(rejected(said, now, zone));
        }
        return rows.stream()
                .filter(row -> row.matches(agent, said) && !(understood && row.looksLike()))
                .findFirst()
                .map(row -> reading(row, said, now, zone))
                .filter(reading -> reading.action() != LimitAction.NONE);
    }

    private static LimitReading rejected(ProviderSaid said, Instant now, ZoneId zone) {
        return new LimitReading(LimitAction.PARK, said.ofModel(), reset(said, null, now, zone));
    }

    private static LimitReading reading(LimitRow row, ProviderSaid said, Instant now, ZoneId zone) {
        ToldReset reset = reset(said, row.reset(), now, zone);
        boolean near = reset != null && !reset.at().isAfter(now.plus(SOON));
        LimitAction action = row.action();
        LimitAction otherwise = row.otherwise();
        if (reset == null && otherwise != null) {
            action = otherwise;
        } else if (action == LimitAction.BY_TIME) {
            action = near ? LimitAction.SOON : LimitAction.PARK;
        } else if (action == LimitAction.SOON && reset != null && !near) {
            action = LimitAction.PARK;
        }
        if (action == LimitAction.PARK && row.looksLike() && said.limit() == Status.ALLOWED) {
            action = LimitAction.SOON;
        }
        return new LimitReading(action, row.ofModel(), reset);
    }

    /** Whether a limit can end at this time; otherwise it was misread, and its end is unknown. */
    public static boolean plausible(Instant reset, Instant now) {
        return reset.isAfter(now) && !reset.isAfter(now.plus(LONGEST));
    }

    private static @Nullable ToldReset reset(ProviderSaid said, @Nullable Window window, Instant now, ZoneId zone) {
        Instant structured = said.resetsAt();
        return Stream.of(
                        structured == null ? null : new ToldReset(structured, zone),
                        ResetTime.find(said.words(), now, zone).orElse(null),
                        window == null ? null : window.end(now))
                .flatMap(Stream::ofNullable)
                .filter(reset -> plausible(reset.at(), now))
                .findFirst()
                .orElse(null);
    }
}
