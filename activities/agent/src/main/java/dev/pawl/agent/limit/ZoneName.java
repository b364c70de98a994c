package dev.pawl.agent.limit;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zones as providers write them. */
final class ZoneName {
    /** Behind a time and without brackets. */
    static final String WRITTEN =
            "(?:(?:GMT|UTC)(?:\\s?[+-]\\d{1,2}(?::?\\d\\d)?)?|Z|[PMCE][SD]?T|Pacific|Mountain|Central|Eastern)\\b"
                    + "(?:\\s+(?:Standard\\s+|Daylight\\s+)?Time\\b)?";

    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)\\s?([+-])(\\d{1,2})(?::?(\\d\\d))?");
    private static final Map<Character, String> OF_AMERICA = Map.of(
            'P', "America/Los_Angeles",
            'M', "America/Denver",
            'C', "America/Chicago",
            'E', "America/New_York");

    private ZoneName() {}

    /** @return empty if there is no such zone */
    static Optional<ZoneId> find(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        Matcher offset = OFFSET.matcher(upper);
        if (offset.lookingAt()) {
            String minutes = offset.group(3) == null ? "00" : offset.group(3);
            String hours = offset.group(2).length() == 1 ? "0" + offset.group(2) : offset.group(2);
            return exactly("GMT" + offset.group(1) + hours + ":" + minutes);
        }
        if (upper.matches("[PMCE][SD]?T\\b.*|PACIFIC.*|MOUNTAIN.*|CENTRAL.*|EASTERN.*")) {
            return Optional.ofNullable(OF_AMERICA.get(upper.charAt(0))).flatMap(ZoneName::exactly);
        }
        return exactly(upper.split("\\s", 2)[0]);
    }

    /** An IANA name, or an offset as in {@code GMT+02:00}. */
    static Optional<ZoneId> exactly(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
