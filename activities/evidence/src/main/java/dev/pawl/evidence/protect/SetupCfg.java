package dev.pawl.evidence.protect;

import java.util.Locale;
import java.util.regex.Pattern;

/** The parts of a {@code setup.cfg} that steer a test run: its sections for tools and plugins. */
final class SetupCfg {
    private static final Pattern SECTION = Pattern.compile("^\\[([^\\]]+)\\].*$");
    private static final Pattern STEERING = Pattern.compile(
            "(?:tool:)?(?:pytest|coverage|nosetests|tox|testenv|unittest|aliases|test|options\\.entry_points).*");

    private SetupCfg() {}

    static String steering(String text) {
        StringBuilder parts = new StringBuilder();
        boolean within = false;
        for (String line : text.lines().toList()) {
            var section = SECTION.matcher(line.strip());
            if (section.matches()) {
                String name = section.group(1).strip().toLowerCase(Locale.ROOT);
                within = STEERING.matcher(name).matches();
            }
            if (within
                    && !line.isBlank()
                    && !line.strip().startsWith("#")
                    && !line.strip().startsWith(";")) {
                parts.append(line.stripTrailing()).append('\n');
            }
        }
        return parts.toString();
    }
}
